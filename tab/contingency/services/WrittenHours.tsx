import { Field, Input, Select } from '@fluentui/react-components';
import { useController, type Control, type FieldPath, type FieldValues } from 'react-hook-form';
import { t } from '../../shared/texts/texts.ts';
import { hoursOf, type Written } from './service-values.ts';
import { hoursPer } from './words.ts';
import styles from './Services.module.css';

const units = Object.keys(hoursPer).filter((unit): unit is Written['unit'] => unit in hoursPer);

/** A duration in hours, days or weeks. */
export function WrittenHours<Values extends FieldValues>(props: {
  control: Control<Values>;
  name: FieldPath<Values>;
  label: string;
  hint?: string;
  /** Zero is valid: no data may be lost. */
  none?: boolean;
}) {
  const { control, name, label, hint, none } = props;
  const { field, fieldState } = useController({
    control,
    name,
    rules: {
      validate: (value: Written) => {
        const hours = hoursOf(value);
        if (hours === 'wrong') return t('criticalServices.form.wrongTime');
        return none === true || hours !== 0 || t('criticalServices.form.notNone');
      },
    },
  });
  const written: Written = field.value;
  const message = fieldState.error?.message;
  return (
    <Field label={label} {...(hint ? { hint } : {})} {...(message ? { validationMessage: message } : {})}>
      {(ofField) => (
        <div className={styles.serviceDuration}>
          <Input
            {...ofField}
            inputMode="decimal"
            value={written.amount}
            ref={(element) => field.ref(element)}
            onBlur={field.onBlur}
            onChange={(_, data) => field.onChange({ ...written, amount: data.value })}
          />
          <Select
            aria-label={t('criticalServices.form.unitOf', { label })}
            value={written.unit}
            onChange={(_, data) =>
              field.onChange({ ...written, unit: units.find((unit) => unit === data.value) ?? 'hours' })
            }
          >
            {units.map((unit) => (
              <option key={unit} value={unit}>
                {t(`criticalServices.unit.${unit}`)}
              </option>
            ))}
          </Select>
        </div>
      )}
    </Field>
  );
}
