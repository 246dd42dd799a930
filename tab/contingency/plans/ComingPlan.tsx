import type { PlanVersionView, PlanView } from '../../../api/contingency/contract.ts';
import { ComingVersion } from '../../documents/parts/ComingVersion.tsx';
import { t } from '../../shared/texts/texts.ts';
import { planPath } from '../shared/contingency-paths.ts';
import { lackText } from './lacks.ts';
import { DiscardPlan } from './PlanDialogs.tsx';
import { PlanStateTag } from './PlanTags.tsx';
import readPlanStyles from './ReadPlan.module.css';
import styles from './Plans.module.css';

interface Props {
  plan: PlanView;
  coming: PlanVersionView;
  reading: boolean;
  onSubmit: () => void;
}

/** The version in approval, for its writers and approvers. */
export const ComingPlan = ({ plan, coming, reading, onSubmit }: Props) => (
  <ComingVersion
    document={plan}
    coming={coming}
    path={planPath(plan.key)}
    reading={reading}
    say={(word, values) => t(`contingencyPlans.coming.${word}`, values)}
    again={t('contingencyPlans.coming.again')}
    submitText={t('contingencyPlans.submit.button')}
    onSubmit={onSubmit}
    tag={<PlanStateTag state={coming.state} />}
    discardDialog={(open, onClose) => <DiscardPlan plan={plan} open={open} onClose={onClose} />}
    className={readPlanStyles.planKeeping}
  >
    {plan.abilities.edit && plan.lacks.length > 0 && (
      <>
        <p className={styles.planStrong}>{t('contingencyPlans.form.lacks', { count: plan.lacks.length })}</p>
        <ul className={styles.planLines}>
          {plan.lacks.map((code) => (
            <li key={code}>{lackText(code)}</li>
          ))}
        </ul>
      </>
    )}
  </ComingVersion>
);
