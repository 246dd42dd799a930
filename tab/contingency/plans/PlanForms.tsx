import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import type { PlanVersionView } from '../../../api/contingency/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { ActButton } from '../../shared/ui/ActButton.tsx';
import { ActFailed } from '../../shared/ui/Failed.tsx';
import { FileLine } from '../../shared/ui/FileLine.tsx';
import { useFormFile } from './usePlan.ts';
import styles from './ReadPlan.module.css';

/** Forms to fill in, printed beforehand. */
export function PlanForms({ planKey, version }: { planKey: string; version: PlanVersionView }) {
  const file = useFormFile(planKey, version.key);
  return (
    <>
      <ul className={styles.planForms} data-part="plan-forms">
        {version.forms.map((form) => (
          <li key={form.key}>
            <FileLine file={form.file}>
              <ActButton
                icon={<ArrowDownloadRegular />}
                busy={file.isPending && file.variables === form.key}
                busyText={t('files.opening')}
                label={`${t('contingencyPlans.read.openForm')}: ${form.title}`}
                onClick={() => file.mutate(form.key)}
              >
                {t('contingencyPlans.read.openForm')}
              </ActButton>
            </FileLine>
          </li>
        ))}
      </ul>
      <ActFailed error={file.error} />
    </>
  );
}
