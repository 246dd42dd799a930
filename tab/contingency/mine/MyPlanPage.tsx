import { useParams } from 'wouter';
import { asDate, asMoment, t, asDay } from '../../shared/texts/texts.ts';
import type { PocketPlan } from '../../../api/contingency/contract.ts';
import { Blank, ActFailed } from '../../shared/ui/Failed.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { Page } from '../../shared/ui/Page.tsx';
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx';
import { Viewed } from '../../shared/ui/Viewed.tsx';
import { asHours } from '../shared/hours.ts';
import { AsOfPocket } from './KeptNotice.tsx';
import { PlanSheet } from './PlanSheet.tsx';
import { minePath } from './plan-path.ts';
import { usePocket, type Pocket } from './usePocket.ts';
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { useAct } from '../../shared/api/queries.ts';
import { useMe } from '../../shared/me.ts';
import { ActButton } from '../../shared/ui/ActButton.tsx';
import { notifyAfter } from '../../shared/ui/notify.ts';
import styles from './MinePage.module.css';

/** One plan, the first hour first: read in a hurry, on a phone, possibly offline. */
export function MyPlanPage() {
  const { planKey } = useParams<{ planKey: string }>();
  const mine = usePocket();
  if (!mine.pocket) return <Viewed view={mine.view}>{() => null}</Viewed>;
  const plan = mine.pocket.plans.find(({ key }) => key === decodeURIComponent(planKey));
  return plan ? <OwnPlan plan={plan} mine={mine} /> : <Gone mine={mine} />;
}

const back = () => ({ to: minePath, page: t('pocket.title') });

function OwnPlan({ plan, mine }: { plan: PocketPlan; mine: Pocket }) {
  const { title, asset, mtd, down, number, validFrom, expired } = plan;
  const about = [
    title === asset.title ? '' : title,
    mtd === undefined ? '' : t('pocket.mtd', { hours: asHours(mtd) }),
    validFrom ? t('pocket.version', { number, date: asDate(validFrom) }) : '',
  ];
  return (
    <Page title={asset.title} back={back()} lead={<p>{about.filter(Boolean).join(' · ')}</p>}>
      <AsOfPocket {...mine} />
      {down && <Notice tone="warning" title={t('pocket.down', { moment: asMoment(down.since) })} />}
      {expired && (
        <Notice tone="info">
          <p>{t('pocket.expired')}</p>
        </Notice>
      )}
      <OwnPart plan={plan} canConfirm={mine.keptAt === undefined} />
      <PlanSheet plan={plan} />
    </Page>
  );
}

const Gone = ({ mine }: { mine: Pocket }) => (
  <Page title={t('pocket.title')} back={back()}>
    <AsOfPocket {...mine} />
    <Blank
      title={t('pocket.gone.title')}
      text={t('pocket.gone.text')}
      actions={<ButtonLink to={minePath}>{t('pocket.all')}</ButtonLink>}
    />
  </Page>
);

/** The reader's part in the plan, and its receipt. */
function OwnPart({ plan: { key, versionKey, mine }, canConfirm }: { plan: PocketPlan; canConfirm: boolean }) {
  const confirm = useAct('POST /api/contingency/plans/:planKey/confirm');
  if (!mine) return null;
  const { roles, steps, due, confirmedAt } = mine;
  const press = () =>
    notifyAfter(confirm.mutateAsync({ params: { planKey: key }, body: { versionKey } }), t('pocket.mine.done'));
  return (
    <section className={`card ${styles.ownPart}`} aria-labelledby="part-title">
      <h2 className="card-title" id="part-title">
        {t('pocket.mine.title')}
      </h2>
      <p>{roles.length > 0 ? t('pocket.mine.roles', { roles: roles.join(', ') }) : t('pocket.mine.contact')}</p>
      {steps.length > 0 && (
        <ul>
          {steps.map((step, place) => (
            <li key={place}>{step}</li>
          ))}
        </ul>
      )}
      {confirmedAt ? (
        <p className="card-state done">
          <CheckmarkCircleFilled aria-hidden /> {t('pocket.mine.confirmed', { moment: asMoment(confirmedAt) })}
        </p>
      ) : (
        <Asked due={due} />
      )}
      {!confirmedAt && canConfirm && (
        <div className="card-foot">
          <ActButton appearance="primary" busy={confirm.isPending} busyText={t('pocket.mine.confirm')} onClick={press}>
            {t('pocket.mine.confirm')}
          </ActButton>
        </div>
      )}
      {!confirmedAt && !canConfirm && <p className="quiet">{t('pocket.mine.offline')}</p>}
      <ActFailed error={confirm.error} />
    </section>
  );
}

function Asked({ due }: { due: string }) {
  const today = useMe().data?.today ?? '';
  return <p>{t(due < today ? 'pocket.mine.late' : 'pocket.mine.ask', { date: asDay(due) })}</p>;
}
