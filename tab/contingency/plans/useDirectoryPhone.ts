import { useRef } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { ApiError } from '../../shared/api/api-error.ts';
import { call } from '../../shared/api/client.ts';
import { t } from '../../shared/texts/texts.ts';
import { notify } from '../../shared/ui/notify.ts';
import { longest, type PersonValue, type PlanValues } from './plan-values.ts';

/** The look-up limit is reported; other failures leave the field to the directory's number. */
function sayWhy(thrown: unknown): undefined {
  if (thrown instanceof ApiError && thrown.code === 'contingency.tooManyPhones') notify(thrown.message);
}

/**
 * Fills an empty number from the directory for a selected person. Typed numbers are unchanged; a filled one is removed
 * with its person.
 */
export function useDirectoryPhone(form: UseFormReturn<PlanValues>, planKey: string) {
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
