import type { Context } from '../../context.ts';
import { findPerson, hasLeft } from '../../organisation/index.ts';
import type { PlanContact } from '../contract.ts';

type Called = Pick<PlanContact, 'phone' | 'personId'>;

/** The directory's number of a person not left. From memory. */
export function directoryPhone(context: Context, personId: string | undefined): string | undefined {
  if (personId === undefined || hasLeft(context, personId)) return undefined;
  const phone = findPerson(context, personId)?.phone;
  return phone !== undefined && /\d/.test(phone) ? phone : undefined;
}

/** The number to call: the plan's own, else the directory's. From memory. */
export function phoneToCall(context: Context, { phone, personId }: Called): { phone: string; fromDirectory?: true } {
  if (phone.trim() !== '') return { phone };
  const found = directoryPhone(context, personId);
  return found === undefined ? { phone } : { phone: found, fromDirectory: true };
}

/**
 * A person's one number on paper, in the tab and in the chat: that of a centre's plans, else the directory's. The first
 * by its digits where plans differ. From memory; undefined if unknown.
 */
export function phoneOfPerson(context: Context, personId: string, contacts: readonly Called[]): string | undefined {
  const [own] = contacts
    .filter((contact) => contact.personId === personId && /\d/.test(contact.phone))
    .map(({ phone }) => phone)
    .sort();
  return own ?? directoryPhone(context, personId);
}

/** The directory's number where the plan's differs. From memory. */
export function otherPhone(context: Context, { phone, personId }: Called): string | undefined {
  const found = directoryPhone(context, personId);
  return found === undefined || !/\d/.test(phone) || isSameNumber(phone, found) ? undefined : found;
}

/** Digits dialled within Denmark, in any notation. */
const dialled = (phone: string): string =>
  phone
    .replaceAll(/\D/g, '')
    .replace(/^00/, '')
    .replace(/^45(?=\d{8}$)/, '');

/** Whether a number is the directory's, digit by digit; an extension or another number beside it is ignored. Pure. */
export const isSameNumber = (own: string, directorys: string): boolean => dialled(own).includes(dialled(directorys));
