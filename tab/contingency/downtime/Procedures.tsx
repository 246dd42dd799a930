import type { CentreProcedure, DowntimeView } from '../../../api/contingency/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx';
import { planPath } from '../shared/contingency-paths.ts';
import styles from './Downtime.module.css';

/** Each affected centre's procedure, and IT's restore plan: first steps, and a link to the whole plan. */
export function Procedures({ downtime: { procedures, restorePlan } }: { downtime: DowntimeView }) {
  return (
    <>
      <section className="card" aria-labelledby="downtime-procedures">
        <h2 className="section-title" id="downtime-procedures">
          {t('downtime.live.procedures')}
        </h2>
        {procedures.length === 0 && <p>{t('downtime.live.noCentres')}</p>}
        <ul className={styles.downtimeCentres}>
          {procedures.map((procedure) => (
            <Procedure key={procedure.centre.id} procedure={procedure} />
          ))}
        </ul>
      </section>
      <section className="card" aria-labelledby="downtime-restore">
        <h2 className="section-title" id="downtime-restore">
          {t('downtime.live.restore')}
        </h2>
        {restorePlan ? (
          <div className="card-row">
            <p>{restorePlan.title}</p>
            <ButtonLink to={planPath(restorePlan.key)}>{t('downtime.live.openRestore')}</ButtonLink>
          </div>
        ) : (
          <p>{t('downtime.live.noRestore')}</p>
        )}
      </section>
    </>
  );
}

function Procedure({ procedure: { centre, plan, steps } }: { procedure: CentreProcedure }) {
  return (
    <li>
      <div className="card-row">
        <h3 className={styles.downtimeCentre}>{centre.title}</h3>
        {plan && (
          <ButtonLink to={planPath(plan.key)} label={t('downtime.live.openPlanLabel', { centre: centre.title })}>
            {t('downtime.live.openPlan')}
          </ButtonLink>
        )}
      </div>
      {!plan && <p>{t('downtime.live.noPlan')}</p>}
      {plan && !plan.inForce && <p className={styles.callLeft}>{t('downtime.live.notInForce')}</p>}
      {steps.length > 0 && (
        <ol className={styles.downtimeSteps}>
          {steps.map(({ key, text, role }) => (
            <li key={key}>
              {text}
              {role && <span className="quiet"> ({role})</span>}
            </li>
          ))}
        </ol>
      )}
    </li>
  );
}
