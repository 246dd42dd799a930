import { ClockAlarmRegular } from '@fluentui/react-icons/svg/clock-alarm';
import { Link } from 'wouter';
import type { DuePlan } from '../../../api/contingency/contract.ts';
import { dayOf } from '../../../api/texts/format.ts';
import { useMe } from '../../shared/me.ts';
import { asDate, t } from '../../shared/texts/texts.ts';
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx';
import { planPath, testPath } from '../shared/contingency-paths.ts';
import { dueText } from './test-words.ts';
import styles from './Tests.module.css';

/** Plans to be tested before New Year, latest first, each with its next step. */
export function DuePlans({ plans }: { plans: readonly DuePlan[] }) {
  const today = useMe().data?.today;
  return (
    <section className="section" aria-labelledby="due-plans">
      <h2 className="section-title" id="due-plans">
        {t('contingencyTests.due.title')}
      </h2>
      {plans.length === 0 ? (
        <p className="section-text">{t('contingencyTests.due.none')}</p>
      ) : (
        <ul className={styles.testDue}>
          {plans.map((plan) => (
            <li key={plan.key} className="card">
              <div className={styles.testDueText}>
                <p className="quiet">
                  {[t(`contingency.planKind.${plan.kind}`), plan.asset.title, plan.centre?.title]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
                <h3 className="card-title">
                  <Link href={planPath(plan.key)}>{plan.title}</Link>
                </h3>
                <p className={plan.testing.status === 'overdue' ? styles.testLate : undefined}>
                  {plan.testing.status === 'overdue' && <ClockAlarmRegular aria-hidden />} {dueText(plan, today)}
                </p>
              </div>
              <NextStep plan={plan} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function NextStep({ plan: { key, title, coming, mayTest } }: { plan: DuePlan }) {
  if (coming) {
    const date = asDate(dayOf(coming.plannedAt));
    const text = coming.state === 'planned' ? t('contingencyTests.due.planned', { date }) : undefined;
    return <ButtonLink to={testPath(coming.key)}>{text ?? t(`contingencyTests.state.${coming.state}`)}</ButtonLink>;
  }
  if (!mayTest) return <p className="quiet">{t('contingencyTests.due.others')}</p>;
  return (
    <ButtonLink
      to={`/contingency/tests/new?plan=${encodeURIComponent(key)}`}
      appearance="primary"
      label={t('contingencyTests.due.planOf', { title })}
    >
      {t('contingencyTests.due.plan')}
    </ButtonLink>
  );
}
