import type { Context } from '../../context.ts';
import { findPerson } from '../../organisation/index.ts';
import { phoneOfPerson } from '../plans/phones.ts';
import { plansOfCentre } from './pocket-view.ts';

/** A person's one number, from the own centre's pack, else the directory’s. From memory; undefined if unknown. */
export function phoneCalled(context: Context, personId: string): string | undefined {
  const centreId = findPerson(context, personId)?.centreId;
  const plans = centreId === undefined ? [] : plansOfCentre(context)(centreId);
  const contacts = plans.flatMap(({ current }) => current?.version.content.contacts ?? []);
  return phoneOfPerson(context, personId, contacts);
}
