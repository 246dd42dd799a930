import type { Context } from '../../context.ts';
import { findPerson, hasLeft } from '../../organisation/index.ts';
import type { PlanContact } from '../contract.ts';

type Called = Pick<PlanContact, 'phone' | 'personId'>;

/** The directory's number of somebody who is still here. From memory. */
export function directoryPhone(context: Context, personId: string | undefined): string | undefined {
  if (personId === undefined || hasLeft(context, personId)) return undefined;
  const phone = findPerson(context, personId)?.phone;
  return phone !== undefined && /\d/.test(phone) ? phone : undefined;
}

/** The number to call: the plan's own, and only where it has none the directory's. From memory. */
export function phoneToCall(context: Context, { phone, personId }: Called): { phone: string; fromDirectory?: true } {
  if (phone.trim() !== '') return { phone };
  const found = directoryPhone(context, personId);
  return found === undefined ? { phone } : { phone: found, fromDirectory: true };
}

/**
 * The one number of a person on paper, in the tab and in the chat: what the plans of a centre say, and only where they say
 * none the directory's. The first by its digits where plans disagree. From memory; undefined when nobody knows one.
 */
export function phoneOfPerson(context: Context, personId: string, contacts: readonly Called[]): string | undefined {
  const [own] = contacts
    .filter((contact) => contact.personId === personId && /\d/.test(contact.phone))
    .map(({ phone }) => phone)
    .sort();
  return own ?? directoryPhone(context, personId);
}

/** The directory's number where the plan has another. From memory. */
export function otherPhone(context: Context, { phone, personId }: Called): string | undefined {
  const found = directoryPhone(context, personId);
  return found === undefined || !/\d/.test(phone) || isSameNumber(phone, found) ? undefined : found;
}

/** What is dialled within Denmark, whichever way it is written. */
const dialled = (phone: string): string =>
  phone
    .replaceAll(/\D/g, '')
    .replace(/^00/, '')
    .replace(/^45(?=\d{8}$)/, '');

/** Whether a number is the directory's, digit by digit; an extension or another number beside it does not matter. Pure. */
export const isSameNumber = (own: string, directorys: string): boolean => dialled(own).includes(dialled(directorys));
