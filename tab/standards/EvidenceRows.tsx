import { Button } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { useFieldArray } from 'react-hook-form';
import { t } from '../shared/texts/texts.ts';
import { FormField } from '../shared/forms/FormField.tsx';
import type { ControlFormState } from './useControlForm.ts';
import { written } from '../shared/forms/field-rules.ts';
import styles from './Standards.module.css';

const most = 30;
const address = () => ({
  validate: (text: unknown) =>
    (typeof text === 'string' && /^https?:\/\//i.test(text.trim()) && URL.canParse(text.trim())) ||
    t('standards.form.evidenceWrong'),
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
            <Button
              appearance="subtle"
              icon={<DeleteRegular />}
              aria-label={t('standards.form.removeEvidence', { number })}
              onClick={() => rows.remove(position)}
            />
          </div>
        );
      })}
      {rows.fields.length < most && (
        <div>
          <Button icon={<AddRegular />} onClick={() => rows.append({ title: '', url: '' })}>
            {t('standards.form.addEvidence')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
