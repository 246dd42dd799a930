import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { CircleRegular } from '@fluentui/react-icons/svg/circle';
import { useWatch } from 'react-hook-form';
import type { PlanView } from '../../../api/contingency/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { goToSection } from './go-to-section.ts';
import { isFilled, sections, type PlanValues } from './plan-values.ts';
import { SaveState } from './SaveState.tsx';
import type { PlanFormState } from './usePlanForm.ts';
import styles from './PlanForm.module.css';
import plansStyles from './Plans.module.css';

/** The sections, which are filled, and whether all is saved. */
export function PlanIndex({ plan, state }: { plan: PlanView; state: PlanFormState }) {
  const { control } = state.form;
  const values = useWatch({ control, compute: (now: PlanValues) => now });
  const forms = (plan.coming ?? plan.current)?.forms.length ?? 0;
  const filled = sections.map((section) => isFilled(section, values, forms));
  return (
    <aside className={styles.planIndex} aria-label={t('contingencyPlans.form.index')}>
      <SaveState state={state} />
      <p className={plansStyles.planStrong}>
        {t('contingencyPlans.form.progress', {
          done: filled.filter(Boolean).length,
          of: sections.length,
        })}
      </p>
      <ol className={styles.planIndexList}>
        {sections.map((section, position) => {
          const has = filled[position] === true;
          return (
            <li key={section}>
              <a
                href={`#section-${section}`}
                className={has ? styles.planIndexFilled : undefined}
                onClick={(event) => {
                  event.preventDefault();
                  goToSection(section);
                }}
              >
                {has ? <CheckmarkCircleFilled aria-hidden /> : <CircleRegular aria-hidden />}
                <span>
                  {t(`contingencyPlans.form.section.${section}`)}
                  <span className="hidden">
                    , {has ? t('contingencyPlans.form.filled') : t('contingencyPlans.form.empty')}
                  </span>
                </span>
              </a>
            </li>
          );
        })}
      </ol>
    </aside>
  );
}
