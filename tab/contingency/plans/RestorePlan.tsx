import { Link } from 'wouter';
import { useView } from '../../shared/api/queries.ts';
import { useMe } from '../../shared/me.ts';
import { t } from '../../shared/texts/texts.ts';
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx';
import { Viewed } from '../../shared/ui/Viewed.tsx';
import { beginRestorePlanPath, planPath } from '../shared/contingency-paths.ts';
import { PlanStateTag } from './PlanTags.tsx';
import type { PlansView } from './usePlans.ts';
import styles from './RestorePlan.module.css';

interface System {
  key: string;
  ownerId: string | undefined;
}

/** A system's restore plan, or for its writers the button that creates it. */
export function RestorePlan({ system }: { system: System }) {
  const query = { kind: 'restorePlan', assetKey: system.key, limit: mostShown } as const;
  const view = useView('GET /api/contingency/plans', { query });
  const owns = useMe().data?.person.id === system.ownerId;
  return (
    <section className="card" aria-labelledby="restore-plan">
      <h2 className="section-title" id="restore-plan">
        {t('contingencyPlans.sheet.column.restorePlan')}
      </h2>
      <Viewed part view={view}>
        {({ plans, writes }) =>
          plans.length === 0 ? <None system={system} mayBegin={owns || writesAny(writes)} /> : <Plans plans={plans} />
        }
      </Viewed>
    </section>
  );
}
const mostShown = 5;
const writesAny = ({ whole, centres }: PlansView['writes']) => whole || centres.length > 0;

const Plans = ({ plans }: { plans: PlansView['plans'] }) => (
  <ul className={styles.restorePlans}>
    {plans.map(({ key, title, state, coming }) => (
      <li key={key}>
        <Link href={planPath(key)}>{title}</Link> <PlanStateTag state={state} />
        {coming && coming !== state && <PlanStateTag state={coming} />}
      </li>
    ))}
  </ul>
);

const None = ({ system, mayBegin }: { system: System; mayBegin: boolean }) => (
  <>
    <p>{t('contingencyPlans.restore.none')}</p>
    {mayBegin && (
      <div className="card-foot">
        <ButtonLink to={beginRestorePlanPath(system.key)}>{t('contingencyPlans.restore.begin')}</ButtonLink>
      </div>
    )}
  </>
);
