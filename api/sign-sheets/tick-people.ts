import type { Context } from '../context.ts';
import { conflict, forbidden, missing, nowOf, todayOf, type Actor } from '../kernel/index.ts';
import { findPerson } from '../organisation/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { mayRecordFor, seesSignedOf } from './permissions.ts';
import { ticked } from './sheet.ts';
import { SignSheets, type SignSheet } from './sheet-list.ts';

const centreOf = (context: Context, personId: string) => findPerson(context, personId)?.centreId;

/** A visible sheet: for its maker, and those who follow up a person on it. Throws AppError `missing`. */
export function visibleSheet(context: Context, actor: Actor, key: string): Stored<SignSheet> {
  const sheet = context.list(SignSheets).get(key);
  if (!sheet || !isVisibleSheet(context, actor, sheet)) throw missing('signSheets.noSuchSheet');
  return sheet;
}
export function isVisibleSheet(context: Context, actor: Actor, { people }: Pick<SignSheet, 'people'>): boolean {
  const sees = seesSignedOf(actor);
  return people.some((personId) => sees(centreOf(context, personId)));
}

/** Whether the actor may record a person's signature on a sheet. */
export const mayTick = (context: Context, actor: Actor, personId: string): boolean =>
  mayRecordFor(actor, personId, centreOf(context, personId));

/**
 * Ticks or unticks people. A tick becomes a receipt after `hoursToUndo`, or on request; then it is final. Concurrent
 * ticks are merged. 2 resource units. Throws AppError: missing, forbidden `signSheets.notYourPeople` (oneself too),
 * conflict `signSheets.notHeldYet` `signSheets.isRecorded`.
 */
export async function tickPeople(
  context: Context,
  actor: Actor,
  sheetKey: string,
  { personIds, signed }: { personIds: readonly string[]; signed: boolean },
): Promise<Stored<SignSheet>> {
  const { heldOn, people } = visibleSheet(context, actor, sheetKey);
  const on = personIds.filter((personId) => people.some((one) => one === personId));
  if (on.length < personIds.length || !on.every((personId) => mayTick(context, actor, personId)))
    throw forbidden('signSheets.notYourPeople');
  if (signed && heldOn > todayOf(context.clock)) throw conflict('signSheets.notHeldYet');
  return context.list(SignSheets).update(sheetKey, (current) => {
    const isFinal = ({ person, recordedAt }: (typeof current.ticks)[number]) =>
      recordedAt !== undefined && on.includes(person);
    if (!signed && current.ticks.some(isFinal)) throw conflict('signSheets.isRecorded');
    const ticks = ticked(current, on, signed, { by: actor.personId, at: nowOf(context.clock) });
    return ticks.length === current.ticks.length ? undefined : { ticks };
  });
}
