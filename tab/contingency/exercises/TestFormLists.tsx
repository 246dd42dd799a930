import { Controller, useFieldArray } from 'react-hook-form';
import { t } from '../../shared/texts/texts.ts';
import { FormField } from '../../shared/forms/FormField.tsx';
import { DurationField } from './DurationField.tsx';
import type { TestFormState } from './useTestForm.ts';
import styles from './Tests.module.css';
import { AddRow, RemoveRow } from '../../shared/forms/RowButtons.tsx';

type Props = { form: TestFormState['form'] };
const most = 20;
const lastMinute = 1_440;
const needed = () => ({
  validate: (text: unknown) => (typeof text === 'string' && text.trim() !== '') || t('common.form.required'),
});
const minuteRule = () => ({
  validate: (text: unknown) =>
    (typeof text === 'string' && /^\d{1,4}$/.test(text.trim()) && Number(text) <= lastMinute) ||
    t('contingencyTests.form.minuteWrong'),
});
/** A new one gets its own key, so that it is never mistaken for a posted one. */
const newKey = () => crypto.randomUUID().slice(0, 8);

/** Injects: the bot posts each at its minute. */
export function InjectFields({ form }: Props) {
  const injects = useFieldArray({ control: form.control, name: 'injects', keyName: 'rowKey' });
  return (
    <fieldset className="choices">
      <legend>{t('contingencyTests.about.injects')}</legend>
      <p className="quiet">{t('contingencyTests.form.injectsHint')}</p>
      {injects.fields.map((inject, position) => {
        const number = String(position + 1);
        return (
          <div key={inject.rowKey} className={styles.testInject}>
            <FormField
              control={form.control}
              name={`injects.${position}.minute`}
              label={t('contingencyTests.form.minute', { number })}
              inputMode="decimal"
              rules={minuteRule()}
            />
            <FormField
              control={form.control}
              name={`injects.${position}.text`}
              label={t('contingencyTests.form.injectText', { number })}
              rows={2}
              rules={needed()}
            />
            <RemoveRow
              rows="injects"
              label={t('contingencyTests.form.removeInject', { number })}
              onRemove={() => injects.remove(position)}
            />
          </div>
        );
      })}
      {injects.fields.length < most && (
        <div>
          <AddRow rows="injects" onAdd={() => injects.append({ id: newKey(), minute: '', text: '' })}>
            {t('contingencyTests.form.addInject')}
          </AddRow>
        </div>
      )}
    </fieldset>
  );
}

/** Criteria to pass; with a time it is measured. */
export function CriteriaFields({ form }: Props) {
  const criteria = useFieldArray({
    control: form.control,
    name: 'criteria',
    keyName: 'rowKey',
    rules: { minLength: { value: 1, message: t('contingencyTests.form.criteriaMissing') } },
  });
  const wrong = form.formState.errors.criteria?.root?.message ?? form.formState.errors.criteria?.message;
  return (
    <fieldset className="choices">
      <legend className="hidden">{t('contingencyTests.form.criteria')}</legend>
      <p className="quiet">{t('contingencyTests.form.criteriaHint')}</p>
      {wrong && (
        <p role="alert" className={styles.testWrong}>
          {wrong}
        </p>
      )}
      {criteria.fields.map((criterion, position) => {
        const number = String(position + 1);
        return (
          <div key={criterion.rowKey} className={styles.testCriterion}>
            <FormField
              control={form.control}
              name={`criteria.${position}.text`}
              label={t('contingencyTests.form.criterion', { number })}
              rules={needed()}
            />
            <Controller
              control={form.control}
              name={`criteria.${position}.hours`}
              render={({ field }) => (
                <DurationField
                  label={t('contingencyTests.form.within', { number })}
                  value={field.value ?? undefined}
                  onChange={(hours) => field.onChange(hours ?? null)}
                />
              )}
            />
            <RemoveRow
              rows="criteria"
              label={t('contingencyTests.form.removeCriterion', { number })}
              onRemove={() => criteria.remove(position)}
            />
          </div>
        );
      })}
      {criteria.fields.length < most && (
        <div>
          <AddRow rows="criteria" onAdd={() => criteria.append({ id: newKey(), text: '', hours: null })}>
            {t('contingencyTests.form.addCriterion')}
          </AddRow>
        </div>
      )}
    </fieldset>
  );
}
