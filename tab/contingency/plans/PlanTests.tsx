import type { PlanView } from '../../../api/contingency/contract.ts';
import { asDate, t } from '../../shared/texts/texts.ts';
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx';
import { asHours } from '../shared/hours.ts';
import { TestTag } from './PlanTags.tsx';
import styles from './ReadPlan.module.css';

/** Latest and next test with the result; overdue or failed ones have a next step. */
export function PlanTests({ plan }: { plan: PlanView }) {
  const { lastOn, recovery, nextOn } = plan.testing;
  const advice = adviceOn(plan.testing);
  return (
    <section className={`card ${styles.planKeeping}`} aria-labelledby="tests">
      <div className="card-row">
        <h2 className="card-title" id="tests">
          {t('contingencyPlans.sheet.column.testing')}
        </h2>
        <TestTag testing={plan.testing} />
      </div>
      {advice && <p>{advice}</p>}
      <dl className={styles.planFacts}>
        <div>
          <dt>{t('contingencyPlans.sheet.column.lastTest')}</dt>
          <dd>{lastOn ? howItWent(plan.testing, lastOn) : t('contingencyPlans.testing.never')}</dd>
        </div>
        {recovery !== undefined && (
          <div>
            <dt>{t('contingencyPlans.testing.recovery')}</dt>
            <dd>{asHours(recovery)}</dd>
          </div>
        )}
        {nextOn && (
          <div>
            <dt>{t('contingencyPlans.sheet.column.nextTest')}</dt>
            <dd>{asDate(nextOn)}</dd>
          </div>
        )}
      </dl>
      {plan.abilities.test && (
        <div className="card-foot">
          <ButtonLink to={`/contingency/tests/new?plan=${encodeURIComponent(plan.key)}`}>
            {t('contingencyPlans.testing.plan')}
          </ButtonLink>
        </div>
      )}
    </section>
  );
}

function howItWent({ passed }: PlanView['testing'], lastOn: string): string {
  const date = asDate(lastOn);
  if (passed === undefined) return date;
  return passed ? t('contingencyPlans.testing.passed', { date }) : t('contingencyPlans.testing.failed', { date });
}

function adviceOn({ status, passed }: PlanView['testing']): string | undefined {
  if (passed === false) return t('contingencyPlans.testing.failedText');
  if (status === 'never') return t('contingencyPlans.testing.neverText');
  return status === 'overdue' ? t('contingencyPlans.testing.overdueText') : undefined;
}
