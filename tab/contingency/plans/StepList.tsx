import { PersonDeleteRegular } from '@fluentui/react-icons/svg/person-delete';
import type { ShownContent } from '../../../api/contingency/contract.ts';
import { t } from '../../shared/texts/texts.ts';

type Step = ShownContent['firstHour'][number];

/** What to do, numbered; who does it and by when stand under it. `loud`: to be read at arm's length. */
export const StepList = ({ steps, loud = false }: { steps: readonly Step[]; loud?: boolean }) => (
  <ol className={loud ? 'plan-steps plan-steps-loud' : 'plan-steps'}>
    {steps.map((step) => (
      <li key={step.key}>
        <div className="plan-step">
          <p className="plan-step-text">{step.text}</p>
          <p className="plan-step-who">
            {[step.role, step.person?.name].filter(Boolean).join(' · ')}
            {step.minutes !== undefined && <span className="plan-minutes">{within(step.minutes)}</span>}
          </p>
          {step.left && (
            <p className="plan-warning">
              <PersonDeleteRegular aria-hidden /> {t('contingencyPlans.read.left')}
            </p>
          )}
        </div>
      </li>
    ))}
  </ol>
);

const within = (minutes: number): string =>
  minutes === 0 ? t('contingencyPlans.at') : t('contingencyPlans.minutes', { minutes });
