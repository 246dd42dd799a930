import { Button } from '@fluentui/react-components';
import { useWatch, type UseFormReturn } from 'react-hook-form';
import type { PlanView } from '../../../api/contingency/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { atMost } from '../../shared/forms/field-rules.ts';
import { FormField } from '../../shared/forms/FormField.tsx';
import { longest, type ContactValues, type PlanValues } from './plan-values.ts';
import styles from './PlanForm.module.css';

/** The API's latest data on the contact and their person. */
function knownOf({ coming, current }: PlanView, { key, person }: ContactValues) {
  const contacts = (coming ?? current)?.content.contacts ?? [];
  return contacts.find((contact) => contact.key === key && contact.personId === person?.id);
}

/** The number to call; with the directory's when used instead, or different. */
export function ContactPhone(props: { plan: PlanView; form: UseFormReturn<PlanValues>; position: number }) {
  const { plan, form, position } = props;
  const { control } = form;
  const name = `contacts.${position}.phone` as const;
  const contact = useWatch({ control, name: `contacts.${position}` });
  const known = contact.person ? knownOf(plan, contact) : undefined;
  const other = known && contact.phone === known.phone ? known.otherPhone : undefined;
  const isUsed = known?.fromDirectory === true && contact.phone.trim() === '';
  const use = (phone: string) => {
    form.setValue(name, phone, { shouldDirty: true, shouldValidate: true });
    form.setFocus(name);
  };
  return (
    <div className={styles.planContactPhone}>
      <FormField
        control={control}
        name={name}
        label={t('contingencyPlans.form.phone')}
        rules={atMost(longest.phone)}
        optional
        {...(isUsed ? { hint: t('contingencyPlans.form.phoneUsed', { phone: known.phone }) } : {})}
      />
      {other && (
        <>
          <p className="quiet">{t('contingencyPlans.form.phoneOther', { phone: other })}</p>
          <Button size="small" onClick={() => use(other)}>
            {t('contingencyPlans.form.phoneUse', { phone: other })}
          </Button>
        </>
      )}
    </div>
  );
}
