import { type UseFormReturn, useFieldArray, useWatch } from 'react-hook-form';
import type { PlanView } from '../../../api/contingency/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { atMost } from '../../shared/forms/field-rules.ts';
import { FormField } from '../../shared/forms/FormField.tsx';
import { PersonField } from './PersonField.tsx';
import { longest, newContact, type ContactValues, type PlanValues } from './plan-values.ts';
import { RepeatedItems } from './RepeatedItems.tsx';
import { useDirectoryPhone } from './useDirectoryPhone.ts';
import styles from './PlanForm.module.css';
import { Button } from '@fluentui/react-components';

/** Contacts. A selected person's directory number is filled in. */
export function ContactItems({ plan, form }: { plan: PlanView; form: UseFormReturn<PlanValues> }) {
  const { control } = form;
  const items = useFieldArray({ control, name: 'contacts', keyName: 'rowKey' });
  const bringPhone = useDirectoryPhone(form, plan.key);
  return (
    <RepeatedItems<ContactValues>
      name="contacts"
      items={items}
      valueAt={(position) => form.getValues(`contacts.${position}`)}
      fresh={newContact}
    >
      {(position) => (
        <>
          <div className={styles.planPair}>
            <FormField
              control={control}
              name={`contacts.${position}.role`}
              label={t('contingencyPlans.form.contactRole')}
              rules={atMost(longest.role)}
              optional
            />
            <ContactPhone plan={plan} form={form} position={position} />
          </div>
          <PersonField
            form={form}
            name={`contacts.${position}.person`}
            onChosen={(person) => void bringPhone(position, person)}
          />
          <div className={styles.planPair}>
            <FormField
              control={control}
              name={`contacts.${position}.name`}
              label={t('contingencyPlans.form.name')}
              rules={atMost(longest.short)}
              optional
            />
            <FormField
              control={control}
              name={`contacts.${position}.note`}
              label={t('common.word.note')}
              rules={atMost(longest.line)}
              optional
            />
          </div>
        </>
      )}
    </RepeatedItems>
  );
}

/** The API's latest data on the contact and their person. */
function knownOf({ coming, current }: PlanView, { key, person }: ContactValues) {
  const contacts = (coming ?? current)?.content.contacts ?? [];
  return contacts.find((contact) => contact.key === key && contact.personId === person?.id);
}

/** The number to call; with the directory's when used instead, or different. */
function ContactPhone(props: { plan: PlanView; form: UseFormReturn<PlanValues>; position: number }) {
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
