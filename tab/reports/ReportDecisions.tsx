import { useFieldArray } from 'react-hook-form';
import { t } from '../shared/texts/texts.ts';
import { atMost, required, written } from '../shared/forms/field-rules.ts';
import { FormField } from '../shared/forms/FormField.tsx';
import { FormSelect } from '../shared/forms/FormSelect.tsx';
import styles from './Reports.module.css';
import { decisionRoles, type ReportFormState } from './useReportForm.ts';
import { AddRow, RemoveRow } from '../shared/forms/RowButtons.tsx';

const most = 20;

/** These become tasks of the wheel on Direktionen's approval. */
export function ReportDecisions({ form }: { form: ReportFormState['form'] }) {
  const decisions = useFieldArray({ control: form.control, name: 'decisions', keyName: 'rowKey' });
  return (
    <fieldset className={styles.reportGroup}>
      <legend className="section-title">{t('figures.report.decisions')}</legend>
      <p className="quiet">{t('figures.report.form.decisionsHint')}</p>
      {decisions.fields.map((decision, position) => {
        const number = String(position + 1);
        return (
          <div key={decision.rowKey} className={styles.reportDecision}>
            <FormField
              control={form.control}
              name={`decisions.${position}.title`}
              label={t('figures.report.form.decision', { number })}
              rules={written(200)}
            />
            <FormField
              control={form.control}
              name={`decisions.${position}.why`}
              label={t('figures.report.form.why', { number })}
              rules={atMost(1_000)}
              optional
            />
            <FormSelect
              control={form.control}
              name={`decisions.${position}.role`}
              label={t('figures.report.form.role', { number })}
              none={t('figures.report.form.chooseRole')}
              options={decisionRoles.map((value) => ({ value, text: t(`roles.${value}`) }))}
            />
            <FormField
              control={form.control}
              name={`decisions.${position}.due`}
              label={t('figures.report.form.due', { number })}
              type="date"
              rules={required()}
            />
            <RemoveRow
              rows="decisions"
              label={t('figures.report.form.remove', { number })}
              onRemove={() => decisions.remove(position)}
            />
          </div>
        );
      })}
      {decisions.fields.length < most && (
        <div>
          <AddRow rows="decisions" onAdd={() => decisions.append({ title: '', why: '', role: '', due: '' })}>
            {t('figures.report.form.add')}
          </AddRow>
        </div>
      )}
    </fieldset>
  );
}
