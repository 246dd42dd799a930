import { useFieldArray } from 'react-hook-form';
import { t } from '../shared/texts/texts.ts';
import { FormField } from '../shared/forms/FormField.tsx';
import { FormSelect } from '../shared/forms/FormSelect.tsx';
import { stepRoles, type MeasureFormState } from './useMeasureForm.ts';
import styles from './Measures.module.css';
import { AddRow, RemoveRow } from '../shared/forms/RowButtons.tsx';

const most = 30;
const needed = () => ({
  validate: (text: unknown) => (typeof text === 'string' && text.trim() !== '') || t('common.form.required'),
});

/** These become tasks of the wheel on approval. */
export function MeasureSteps({ form }: { form: MeasureFormState['form'] }) {
  const steps = useFieldArray({ control: form.control, name: 'steps', keyName: 'rowKey' });
  return (
    <fieldset className="choices">
      <legend>{t('measures.form.steps')}</legend>
      <p className="quiet">{t('measures.form.stepsHint')}</p>
      {steps.fields.map((step, position) => {
        const number = String(position + 1);
        return (
          <div key={step.rowKey} className={styles.measureStep}>
            <FormField
              control={form.control}
              name={`steps.${position}.title`}
              label={t('measures.form.stepTitle', { number })}
              rules={needed()}
            />
            <FormSelect
              control={form.control}
              name={`steps.${position}.role`}
              label={t('measures.form.stepRole', { number })}
              none={t('measures.form.chooseRole')}
              options={stepRoles.map((value) => ({ value, text: t(`roles.${value}`) }))}
            />
            <FormField
              control={form.control}
              name={`steps.${position}.due`}
              label={t('measures.form.stepDue', { number })}
              type="date"
              rules={needed()}
            />
            <RemoveRow
              rows="steps"
              label={t('measures.form.removeStep', { number })}
              onRemove={() => steps.remove(position)}
            />
          </div>
        );
      })}
      {steps.fields.length < most && (
        <div>
          <AddRow rows="steps" onAdd={() => steps.append({ title: '', role: '', due: '' })}>
            {t('measures.form.addStep')}
          </AddRow>
        </div>
      )}
    </fieldset>
  );
}
