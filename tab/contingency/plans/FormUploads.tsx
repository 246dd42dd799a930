import type { PlanView } from '../../../api/contingency/contract.ts';
import type { FileKind } from '../../shared/files.ts';
import { t } from '../../shared/texts/texts.ts';
import { ActButton } from '../../shared/ui/ActButton.tsx';
import { ActFailed } from '../../shared/ui/Failed.tsx';
import { FileDrop } from '../../shared/ui/FileDrop.tsx';
import { FileLine } from '../../shared/ui/FileLine.tsx';
import type { PlanFormState } from './usePlanForm.ts';
import styles from './ReadPlan.module.css';

/** As in the API (which checks the bytes). */
const kinds = ['word', 'pdf', 'picture'] as const satisfies readonly FileKind[];
/** Bytes. */
const largest = 20 * 1024 * 1024;

/** The existing forms, and a drop zone for another. */
export function FormUploads({ plan, state }: { plan: PlanView; state: PlanFormState }) {
  const forms = (plan.coming ?? plan.current)?.forms ?? [];
  return (
    <>
      {forms.length > 0 && (
        <ul className={styles.planForms} data-part="plan-forms">
          {forms.map(({ key, title, file }) => (
            <li key={key}>
              <FileLine file={file}>
                <ActButton
                  appearance="subtle"
                  busy={state.removing === key}
                  busyText={t('files.removing')}
                  label={`${t('files.remove')}: ${title}`}
                  onClick={() => void state.removeForm(key)}
                >
                  {t('files.remove')}
                </ActButton>
              </FileLine>
            </li>
          ))}
        </ul>
      )}
      <FileDrop
        label={t('contingencyPlans.form.formFile')}
        kinds={kinds}
        largest={largest}
        upload={state.upload}
        onFile={(file) => void state.sendForm(file)}
      />
      <ActFailed error={state.removeError} />
    </>
  );
}
