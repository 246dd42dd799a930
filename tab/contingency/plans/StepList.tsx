import { PersonDeleteRegular } from '@fluentui/react-icons/svg/person-delete';
import type { ShownContent } from '../../../api/contingency/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import styles from './ReadPlan.module.css';
import plansStyles from './Plans.module.css';

type Step = ShownContent['firstHour'][number];

/** Numbered steps, with person and deadline below. `loud`: to be read at arm's length. */
export const StepList = ({ steps, loud = false }: { steps: readonly Step[]; loud?: boolean }) => (
  <ol className={loud ? `${styles.planSteps} ${styles.planStepsLoud}` : styles.planSteps}>
    {steps.map((step) => (
      <li key={step.key}>
        <div className={styles.planStep}>
          <p className={styles.planStepText}>{step.text}</p>
          <p className={styles.planStepWho}>
            {[step.role, step.person?.name].filter(Boolean).join(' · ')}
            {step.minutes !== undefined && <span className={styles.planMinutes}>{within(step.minutes)}</span>}
          </p>
          {step.left && (
            <p className={plansStyles.planWarning}>
              <PersonDeleteRegular aria-hidden /> {t('contingencyPlans.sheet.column.left')}
            </p>
          )}
        </div>
      </li>
    ))}
  </ol>
);

const within = (minutes: number): string =>
  minutes === 0 ? t('contingencyPlans.at') : t('contingencyPlans.document.within', { minutes });
