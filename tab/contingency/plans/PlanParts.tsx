import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { CircleRegular } from '@fluentui/react-icons/svg/circle';
import { PersonDeleteRegular } from '@fluentui/react-icons/svg/person-delete';
import type { PlanPart, PlanView } from '../../../api/contingency/contract.ts';
import { StatusTag } from '../../documents/parts/StatusTag.tsx';
import { asMoment, t } from '../../shared/texts/texts.ts';
import { Person } from '../../shared/ui/Person.tsx';
import readPlanStyles from './ReadPlan.module.css';
import styles from './Plans.module.css';

/** Everybody named in the version in force, and their receipts. */
export function PlanParts({ plan: { parts } }: { plan: PlanView }) {
  const done = parts.filter(({ confirmedAt }) => confirmedAt !== undefined).length;
  return (
    <section className={`card ${readPlanStyles.planKeeping}`} aria-labelledby="parts">
      <h2 className="card-title" id="parts">
        {parts.length === 0
          ? t('contingencyPlans.parts.none')
          : t('contingencyPlans.parts.title', { done, of: parts.length })}
      </h2>
      {parts.length === 0 ? (
        <p className="card-text">{t('contingencyPlans.parts.noneText')}</p>
      ) : (
        <ul className={readPlanStyles.planPeople}>
          {parts.map((part) => (
            <li key={part.person.id}>
              <Person person={part.person}>
                <Status part={part} />
              </Person>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Status({ part: { left, confirmedAt } }: { part: PlanPart }) {
  if (left)
    return (
      <p className={styles.planWarning}>
        <PersonDeleteRegular aria-hidden /> {t('contingencyPlans.sheet.column.left')}
      </p>
    );
  if (confirmedAt)
    return (
      <p>
        <StatusTag
          icon={CheckmarkCircleFilled}
          tone="good"
          text={t('contingencyPlans.parts.confirmed', { moment: asMoment(confirmedAt) })}
          wraps
        />
      </p>
    );
  return (
    <p>
      <StatusTag icon={CircleRegular} text={t('contingencyPlans.parts.waiting')} wraps />
    </p>
  );
}
