import type { Context } from '../../context.ts';
import { findPerson } from '../../organisation/index.ts';
import { phoneOfPerson } from '../plans/phones.ts';
import { plansOfCentre } from './pocket-view.ts';

/** The one number of a person, as the pack of the own centre has it, else the directory’s. From memory; undefined when nobody knows one. */
export function phoneCalled(context: Context, personId: string): string | undefined {
  const centreId = findPerson(context, personId)?.centreId;
  const plans = centreId === undefined ? [] : plansOfCentre(context)(centreId);
  const contacts = plans.flatMap(({ current }) => current?.version.content.contacts ?? []);
  return phoneOfPerson(context, personId, contacts);
}
