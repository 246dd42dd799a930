import { useController, useFieldArray } from 'react-hook-form';
import { t } from '../../shared/texts/texts.ts';
import { FieldWrong } from '../../shared/forms/FieldWrong.tsx';
import { FormField } from '../../shared/forms/FormField.tsx';
import { monthName, months } from './months.ts';
import type { ServiceForm } from './useServiceForm.ts';
import { WrittenHours } from './WrittenHours.tsx';
import { atMost } from '../../shared/forms/field-rules.ts';
import { Check } from '../../shared/ui/Check.tsx';
import styles from './Services.module.css';
import { AddRow, RemoveRow } from '../../shared/forms/RowButtons.tsx';

const most = 20;
const isDay = (text: unknown) =>
  text === '' ||
  (typeof text === 'string' && /^([1-9]|[12]\d|3[01])$/.test(text.trim())) ||
  t('criticalServices.peak.wrongDay');

/** Busy periods with a shorter limit: months, days of the month, and hours. */
export function PeakFields({ form }: { form: ServiceForm }) {
  const peaks = useFieldArray({ control: form.control, name: 'peaks', keyName: 'rowKey' });
  const wrong = form.formState.errors.peaks?.message;
  return (
    <>
      {peaks.fields.map((peak, index) => (
        <fieldset key={peak.rowKey} className={styles.serviceSet}>
          <legend>{t('criticalServices.peak.one', { number: index + 1 })}</legend>
          <FormField
            control={form.control}
            name={`peaks.${index}.title`}
            label={t('criticalServices.peak.name')}
            hint={t('criticalServices.peak.nameHint')}
            rules={{
              validate: (text) => (typeof text === 'string' && text.trim() !== '') || t('common.form.required'),
              ...atMost(200),
            }}
          />
          <Months form={form} index={index} />
          <div className={styles.serviceDuration}>
            <FormField
              control={form.control}
              name={`peaks.${index}.from`}
              label={t('criticalServices.peak.from')}
              rules={{ validate: isDay }}
              optional
            />
            <FormField
              control={form.control}
              name={`peaks.${index}.to`}
              label={t('criticalServices.peak.to')}
              rules={{ validate: isDay }}
              optional
            />
          </div>
          <WrittenHours control={form.control} name={`peaks.${index}.mtd`} label={t('criticalServices.peak.mtd')} />
          <RemoveRow
            rows="peaks"
            label={t('criticalServices.peak.remove', { number: index + 1 })}
            isShown
            onRemove={() => peaks.remove(index)}
          />
        </fieldset>
      ))}
      <FieldWrong>{wrong}</FieldWrong>
      {peaks.fields.length < most && (
        <div>
          <AddRow
            rows="peaks"
            onAdd={() => peaks.append({ title: '', months: [], from: '', to: '', mtd: { amount: '', unit: 'hours' } })}
          >
            {t('criticalServices.peak.add')}
          </AddRow>
        </div>
      )}
    </>
  );
}

function Months({ form, index }: { form: ServiceForm; index: number }) {
  const { field } = useController({ control: form.control, name: `peaks.${index}.months` });
  const chosen = new Set(field.value);
  return (
    <fieldset className={styles.serviceSet}>
      <legend>{t('criticalServices.peak.months')}</legend>
      <p className="quiet">{t('criticalServices.peak.monthsHint')}</p>
      <div className={styles.serviceMonths}>
        {months.map((month) => (
          <Check
            key={month}
            checked={chosen.has(month)}
            onChange={() =>
              field.onChange(months.filter((one) => (one === month ? !chosen.has(one) : chosen.has(one))))
            }
          >
            {monthName(month)}
          </Check>
        ))}
      </div>
    </fieldset>
  );
}
