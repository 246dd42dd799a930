import { useFieldArray } from 'react-hook-form';
import { t } from '../shared/texts/texts.ts';
import { FormField } from '../shared/forms/FormField.tsx';
import type { ControlFormState } from './useControlForm.ts';
import { isWebAddress, written } from '../shared/forms/field-rules.ts';
import styles from './Standards.module.css';
import { AddRow, RemoveRow } from '../shared/forms/RowButtons.tsx';

const most = 30;
const address = () => ({
  validate: (text: unknown) =>
    (typeof text === 'string' && isWebAddress(text.trim())) || t('standards.form.evidenceWrong'),
});

/** Links to evidence of the control's effect. */
export function EvidenceRows({ form }: { form: ControlFormState['form'] }) {
  const rows = useFieldArray({ control: form.control, name: 'evidence', keyName: 'rowKey' });
  return (
    <fieldset className="choices">
      <legend>{t('standards.form.evidence')}</legend>
      {rows.fields.map((row, position) => {
        const number = String(position + 1);
        return (
          <div key={row.rowKey} className={styles.evidenceRow}>
            <FormField
              control={form.control}
              name={`evidence.${position}.title`}
              label={t('standards.form.evidenceTitle', { number })}
              rules={written(200)}
            />
            <FormField
              control={form.control}
              name={`evidence.${position}.url`}
              label={t('standards.form.evidenceUrl', { number })}
              inputMode="url"
              rules={address()}
            />
            <RemoveRow
              rows="evidence"
              label={t('standards.form.removeEvidence', { number })}
              onRemove={() => rows.remove(position)}
            />
          </div>
        );
      })}
      {rows.fields.length < most && (
        <div>
          <AddRow rows="evidence" onAdd={() => rows.append({ title: '', url: '' })}>
            {t('standards.form.addEvidence')}
          </AddRow>
        </div>
      )}
    </fieldset>
  );
}
