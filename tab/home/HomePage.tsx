import type { MeView } from '../../api/organisation/contract.ts';
import { loadTexts, t } from '../shared/texts/texts.ts';
import { late } from '../shared/ui/late.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { Viewed } from '../shared/ui/Viewed.tsx';
import { CoverageCard } from './CoverageCard.tsx';
import { IskCard } from './IskCard.tsx';
import { Obligations } from './Obligations.tsx';
import { PolicyCard } from './PolicyCard.tsx';
import { useHome } from './useHome.ts';
import styles from './HomePage.module.css';
import { useEffect, useState, type ComponentType } from 'react';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';

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
          </div>
        </Page>
      )}
    </Viewed>
  );
}

const whoIsIt = ({ person, centre }: MeView) =>
  [person.name, centre?.title ?? person.centre].filter(Boolean).join(' · ');

/** The notice of what is down; loaded after the page, which does not wait for it. */
function DownNow() {
  const [Late, setLate] = useState<ComponentType>();
  useEffect(() => {
    import('./DowntimeNotice.tsx').then(
      ({ DowntimeNotice }) => setLate(() => DowntimeNotice),
      () => undefined,
    );
  }, []);
  return Late ? <Late /> : null;
}

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
