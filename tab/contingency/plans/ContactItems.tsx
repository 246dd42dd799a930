import { type UseFormReturn, useFieldArray, useWatch } from 'react-hook-form';
import type { PlanView } from '../../../api/contingency/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { atMost } from '../../shared/forms/field-rules.ts';
import { FormField } from '../../shared/forms/FormField.tsx';
import { PersonField } from './PersonField.tsx';
import { longest, newContact, type ContactValues, type PlanValues, type PersonValue } from './plan-values.ts';
import { RepeatedItems } from './RepeatedItems.tsx';
import styles from './PlanForm.module.css';
import { Button } from '@fluentui/react-components';
import { useRef } from 'react';
import { ApiError } from '../../shared/api/api-error.ts';
import { call } from '../../shared/api/client.ts';
import { notify } from '../../shared/ui/notify.ts';

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
        inputMode="tel"
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

/** The look-up limit is reported; other failures leave the field to the directory's number. */
function sayWhy(thrown: unknown): undefined {
  if (thrown instanceof ApiError && thrown.code === 'contingency.tooManyPhones') notify(thrown.message);
}

/**
 * Fills an empty number from the directory for a selected person. Typed numbers are unchanged; a filled one is removed
 * with its person.
 */
function useDirectoryPhone(form: UseFormReturn<PlanValues>, planKey: string) {
  const brought = useRef(new Map<string, string>());
  const write = (position: number, phone: string) =>
    form.setValue(`contacts.${position}.phone`, phone, { shouldDirty: true, shouldValidate: true });
  return async (position: number, person: PersonValue): Promise<void> => {
    const { key, phone } = form.getValues(`contacts.${position}`);
    if (phone !== '' && phone === brought.current.get(key)) write(position, '');
    brought.current.delete(key);
    if (!person) return;
    const params = { planKey, personId: person.id };
    // Without an answer the field stays empty: the directory's number then applies.
    const found = await call('POST /api/contingency/plans/:planKey/phones/:personId', { params }).catch(sayWhy);
    const contacts = form.getValues('contacts');
    const now = contacts.findIndex((contact) => contact.key === key);
    const isWanted = contacts[now]?.person?.id === person.id && contacts[now].phone.trim() === '';
    if (!isWanted || !found?.phone || found.phone.length > longest.phone) return;
    brought.current.set(key, found.phone);
    write(now, found.phone);
    notify(t('contingencyPlans.form.phoneBrought', { name: person.name, phone: found.phone }));
  };
}
