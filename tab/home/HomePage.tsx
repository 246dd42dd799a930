import { dayOf } from '../../api/texts/format.ts';
import type { MeView } from '../../api/organisation/contract.ts';
import { loadTexts, t, asPercent, asDate, asMoment } from '../shared/texts/texts.ts';
import { late, later } from '../shared/ui/late.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { Viewed, AsOf } from '../shared/ui/Viewed.tsx';
import { Obligations } from './Obligations.tsx';
import { useHome } from './useHome.ts';
import styles from './HomePage.module.css';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { Link } from 'wouter';
import type { CoverageView, PolicyPageView, PolicyVersionView } from '../../api/policy/contract.ts';
import { Bar } from '../shared/ui/Bar.tsx';
import { ChatButton, Person } from '../shared/ui/Person.tsx';
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { CircleRegular } from '@fluentui/react-icons/svg/circle';
import type { UseQueryResult } from '@tanstack/react-query';
import { failureText } from '../shared/ui/Failed.tsx';
import { Skeleton } from '../shared/ui/Skeleton.tsx';
import { whenIdle } from '../shared/when-idle.ts';

const answerOf = (owed: number) => (owed === 0 ? t('home.oweNothing') : t('home.owe', { count: owed }));

function leadOf(me: MeView): string | undefined {
  const overdue = me.obligations.filter((obligation) => obligation.daysLeft < 0).length;
  return overdue > 0 ? t('home.overdue', { count: overdue }) : undefined;
}

/** Seldom shown, so code and texts are loaded on demand. */
const coming = late<{ coming: NonNullable<MeView['coming']> }>(
  async () => {
    const [{ Coming }] = await Promise.all([import('./Coming.tsx'), loadTexts('obligations')]);
    return Coming;
  },
  { rows: 1 },
);

const onLeave = late<{ me: MeView }>(async () => (await import('./OnLeave.tsx')).OnLeave, { rows: 1 });

/** For owners of systems only, so code and texts are loaded on demand. */
const systems = late<object>(
  async () => (await Promise.all([import('./SystemsCard.tsx'), loadTexts('ownership')]))[0].SystemsCard,
  { rows: 2 },
);

/** The notice of what is down. */
const DownNow = later(async () => (await import('./DowntimeNotice.tsx')).DowntimeNotice);

/** Where an accident is reported. */
const Accident = later(
  async () => (await Promise.all([import('./AccidentCard.tsx'), loadTexts('incidentPages')]))[0].AccidentCard,
  whenIdle,
);

/** Mit overblik: my tasks, contacts and status on the policy. */
export function HomePage() {
  const { me, policy, coverage } = useHome();
  return (
    <Viewed view={me}>
      {(mine) => (
        <Page title={answerOf(mine.obligations.length)} above={whoIsIt(mine)} lead={leadOf(mine)}>
          <DownNow />
          {mine.coming && mine.coming.length > 0 && <coming.Part coming={mine.coming} />}
          {mine.leave && <onLeave.Part me={mine} />}
          <Obligations me={mine} />
          <div className={styles.homeCards}>
            <IskCard me={mine} />
            <PolicyCard policy={policy} />
            {mine.abilities.ownAssets && <systems.Part />}
            <MineCard />
            {coverage.data && <CoverageCard coverage={coverage.data} />}
            <Accident />
          </div>
        </Page>
      )}
    </Viewed>
  );
}

const whoIsIt = ({ person, centre }: MeView) =>
  [person.name, centre?.title ?? person.centre].filter(Boolean).join(' · ');

/** Link to the plans that everybody carries for downtime. */
const MineCard = () => (
  <section className="card" aria-labelledby="mine-title">
    <h2 className="card-title" id="mine-title">
      {t('home.mine.title')}
    </h2>
    <p className="card-text">{t('home.mine.text')}</p>
    <div className="card-foot">
      <ButtonLink to="/contingency/mine">{t('home.mine.open')}</ButtonLink>
    </div>
  </section>
);

/** For those who follow up: coverage of the policy, with a link to who is missing. */
function CoverageCard({ coverage }: { coverage: CoverageView }) {
  return (
    <section className={`card ${styles.wide}`} aria-labelledby="coverage-title">
      <h2 className="card-title" id="coverage-title">
        {t('home.coverage.title')}
      </h2>
      <p className="card-number">{t('home.coverage.answer', { percent: asPercent(coverage.percent) })}</p>
      <Bar percent={coverage.percent} />
      <p className="card-text">
        {coverage.missing === 0 ? (
          t('home.coverage.nobodyMissing')
        ) : (
          <Link href="/policy/coverage?show=missing">{t('home.coverage.missing', { count: coverage.missing })}</Link>
        )}
      </p>
      <AsOf freshness={coverage.freshness} />
      <div className="card-foot">
        <ButtonLink to="/policy/coverage">{t('home.coverage.open')}</ButtonLink>
      </div>
    </section>
  );
}

function aboutText(me: MeView): string {
  if (me.coordinators.length === 0) return nobodyText(me);
  const mine = me.coordinators.some((coordinator) => coordinator.id === me.person.id);
  return mine ? t('home.isk.itIsYou') : t('home.isk.text');
}

function nobodyText({ centre, managers: [manager] }: MeView): string {
  if (!centre) return t('home.isk.noCentre');
  return manager ? t('home.isk.none', { manager: manager.name }) : t('home.isk.noneNoManager');
}

/** My ISK and my manager (R16). */
function IskCard({ me }: { me: MeView }) {
  return (
    <section className="card" aria-labelledby="isk-title">
      <h2 className="card-title" id="isk-title">
        {t('home.isk.title')}
      </h2>
      {me.coordinators.map((coordinator) => (
        <div className="card-row" key={coordinator.id}>
          <Person person={coordinator} />
          {coordinator.mail && coordinator.id !== me.person.id && (
            <ChatButton mail={coordinator.mail} name={coordinator.name} />
          )}
        </div>
      ))}
      <p className="card-text">{aboutText(me)}</p>
      {me.managers.length > 0 && me.coordinators.length > 0 && (
        <p className="card-more">
          {t('home.isk.manager')}: {me.managers.map((manager) => manager.name).join(', ')}
        </p>
      )}
    </section>
  );
}

function receiptText({ receipt }: PolicyVersionView): string {
  if (receipt?.outcome !== 'acknowledged') return t(`home.policy.${receipt ? 'carriedOver' : 'missing'}`);
  const { at, channel } = receipt;
  return t('home.policy.acknowledged', { moment: channel === 'signature' ? asDate(dayOf(at)) : asMoment(at) });
}

/** My status on the policy in force. */
function PolicyCard({ policy }: { policy: UseQueryResult<PolicyPageView> }) {
  return (
    <section className="card" aria-labelledby="policy-title">
      <h2 className="card-title" id="policy-title">
        {t('home.policy.title')}
      </h2>
      {policy.data ? <Current current={policy.data.current} /> : <Waiting policy={policy} />}
    </section>
  );
}

const Waiting = ({ policy }: { policy: UseQueryResult<PolicyPageView> }) =>
  policy.error ? <p className="card-text">{failureText(policy.error)}</p> : <Skeleton rows={2} />;

function Current({ current }: { current: PolicyVersionView | undefined }) {
  if (!current) return <p className="card-text">{t('home.policy.none')}</p>;
  const done = current.receipt !== undefined;
  const Icon = done ? CheckmarkCircleFilled : CircleRegular;
  return (
    <>
      <p className="card-text">
        {t('home.policy.version', { number: current.number, date: asDate(current.effectiveOn) })}
      </p>
      <p className={done ? 'card-state done' : 'card-state'}>
        <Icon aria-hidden /> {receiptText(current)}
      </p>
      <div className="card-foot">
        <ButtonLink to="/policy">{t('home.policy.read')}</ButtonLink>
      </div>
    </>
  );
}
