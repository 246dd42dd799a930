import { type UseFormReturn, useFieldArray } from 'react-hook-form';
import { t } from '../../shared/texts/texts.ts';
import { FormField } from '../../shared/forms/FormField.tsx';
import { PersonField } from './PersonField.tsx';
import {
  longest,
  newStep,
  newSupplier,
  newTrigger,
  newWorkaround,
  type PlanValues,
  type StepList,
  type StepValues,
  type SupplierValues,
  type TriggerValues,
  type WorkaroundValues,
} from './plan-values.ts';
import { RepeatedItems } from './RepeatedItems.tsx';
import { atMost } from '../../shared/forms/field-rules.ts';
import styles from './PlanForm.module.css';

interface Props {
  form: UseFormReturn<PlanValues>;
}

export function TriggerItems({ form }: Props) {
  const { control } = form;
  const items = useFieldArray({ control, name: 'triggers', keyName: 'rowKey' });
  return (
    <RepeatedItems<TriggerValues>
      name="triggers"
      items={items}
      valueAt={(position) => form.getValues(`triggers.${position}`)}
      fresh={() => newTrigger()}
    >
      {(position) => (
        <FormField
          control={control}
          name={`triggers.${position}.text`}
          label={t('contingencyPlans.document.heading.triggers')}
          rules={atMost(longest.line)}
          optional
        />
      )}
    </RepeatedItems>
  );
}

export function StepItems({ form, name }: Props & { name: StepList }) {
  const { control } = form;
  const items = useFieldArray({ control, name, keyName: 'rowKey' });
  return (
    <RepeatedItems<StepValues>
      name={name}
      items={items}
      valueAt={(position) => form.getValues(`${name}.${position}`)}
      fresh={() => newStep()}
    >
      {(position) => (
        <>
          <FormField
            control={control}
            name={`${name}.${position}.text`}
            label={t('contingencyPlans.form.what')}
            rows={2}
            rules={atMost(longest.step)}
            optional
          />
          <div className={`${styles.planPair} ${styles.planPairWide}`}>
            <FormField
              control={control}
              name={`${name}.${position}.role`}
              label={t('contingencyPlans.form.role')}
              hint={t('contingencyPlans.form.roleHint')}
              rules={atMost(longest.role)}
              optional
            />
            <FormField
              control={control}
              name={`${name}.${position}.minutes`}
              label={t('contingencyPlans.form.within')}
              inputMode="decimal"
              rules={minutesRule()}
              optional
            />
          </div>
          <PersonField form={form} name={`${name}.${position}.person`} />
        </>
      )}
    </RepeatedItems>
  );
}

export function SupplierItems({ form }: Props) {
  const { control } = form;
  const items = useFieldArray({ control, name: 'suppliers', keyName: 'rowKey' });
  const fields = [
    ['name', 'supplier', longest.short],
    ['phone', 'phone', longest.phone],
    ['agreement', 'agreement', longest.short],
    ['hours', 'hours', longest.short],
  ] as const;
  return (
    <RepeatedItems<SupplierValues>
      name="suppliers"
      items={items}
      valueAt={(position) => form.getValues(`suppliers.${position}`)}
      fresh={newSupplier}
    >
      {(position) => (
        <div className={styles.planPair}>
          {fields.map(([field, label, limit]) => (
            <FormField
              key={field}
              control={control}
              name={`suppliers.${position}.${field}`}
              label={t(`contingencyPlans.form.${label}`)}
              rules={atMost(limit)}
              optional
            />
          ))}
        </div>
      )}
    </RepeatedItems>
  );
}

export function WorkaroundItems({ form }: Props) {
  const { control } = form;
  const items = useFieldArray({ control, name: 'workarounds', keyName: 'rowKey' });
  return (
    <RepeatedItems<WorkaroundValues>
      name="workarounds"
      items={items}
      valueAt={(position) => form.getValues(`workarounds.${position}`)}
      fresh={() => newWorkaround()}
    >
      {(position) => (
        <>
          <FormField
            control={control}
            name={`workarounds.${position}.title`}
            label={t('contingencyPlans.form.workaround')}
            rules={atMost(longest.title)}
            optional
          />
          <FormField
            control={control}
            name={`workarounds.${position}.text`}
            label={t('contingencyPlans.form.how')}
            rows={3}
            rules={atMost(longest.prose)}
            optional
          />
          <FormField
            control={control}
            name={`workarounds.${position}.form`}
            label={t('contingencyPlans.form.paper')}
            rules={atMost(longest.line)}
            optional
          />
        </>
      )}
    </RepeatedItems>
  );
}

/** Whole minutes from the start, within the API's limit; optional. */
const minutesRule = () => ({
  pattern: { value: /^\s*\d{0,5}\s*$/, message: t('contingencyPlans.form.wrongMinutes') },
});
