import type { Context } from '../context.ts';
import {
  conflict,
  forbidden,
  missing,
  nowOf,
  repeatableKey,
  todayOf,
  type Actor,
  type PersonId,
} from '../kernel/index.ts';
import { etagOf } from '../edits/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { ruleNow } from './activity.ts';
import { checkActivity, fieldsOf, revisedBy, revisionOf, type ActivityGiven } from './activity-given.ts';
import { WheelActivities, type WheelActivity } from './activity-list.ts';
import { mayEditWheel } from './permissions.ts';
import { recordActivityActs } from './record-wheel-acts.ts';
import { shippedIn } from '../texts/shipped-words.ts';

export const requireEditor = (actor: Actor): void => {
  if (!mayEditWheel(actor)) throw forbidden('wheel.mayNotEdit');
};

/** Throws AppError `missing` when there is no such activity. */
export function activityOrThrow(context: Context, key: string): Stored<WheelActivity> {
  const activity = context.list(WheelActivities).get(key);
  if (!activity) throw missing('wheel.noSuchActivity');
  return activity;
}

/**
 * Creates an activity (R12), owed from today. With a given key it is idempotent. 4 resource units. Throws AppError:
 * forbidden `wheel.mayNotEdit`, invalid (see `checkActivity`), conflict `http.madeAlready` when a repeat of the press
 * has other content, unavailable.
 */
export async function makeActivity(
  context: Context,
  actor: Actor,
  given: ActivityGiven,
  taken: { key: string; catalogueKey?: string } = { key: repeatableKey(actor, 'wheelActivity') },
): Promise<{ activity: Stored<WheelActivity>; existed: boolean }> {
  requireEditor(actor);
  const added = await addActivity(context, actor.personId, given, taken);
  const { activity, existed } = added;
  const isAsMade = activity.history.length === 1;
  if (existed && taken.catalogueKey === undefined && isAsMade && !isAsGiven(activity, present(fieldsOf(given))))
    throw conflict('http.madeAlready', { key: taken.key });
  return added;
}

/** The same for decisions made elsewhere, with permission there. */
export async function addActivity(
  context: Context,
  by: PersonId,
  given: ActivityGiven,
  taken: { key: string; catalogueKey?: string },
): Promise<{ activity: Stored<WheelActivity>; existed: boolean }> {
  checkActivity(context, given);
  const { record, existed } = await context.list(WheelActivities).create({
    ...taken,
    ...present(fieldsOf(given)),
    revisions: [revisionOf(given, todayOf(context.clock))],
    history: [{ at: nowOf(context.clock), by, what: 'made' }],
  });
  await recordActivityActs(context, record);
  return { activity: record, existed };
}

/** New items have no fields to clear. */
const present = ({ personId, groupKey, ...fields }: ReturnType<typeof fieldsOf>) => ({
  ...fields,
  ...(personId === undefined ? {} : { personId }),
  ...(groupKey === undefined ? {} : { groupKey }),
});

/**
 * Changes an activity. A changed rule counts from today; earlier debts stay. Unchanged is a success. 4 resource units.
 * Throws AppError: forbidden, missing, invalid (see `checkActivity`), conflict `wheel.activityClosed`, unavailable.
 */
export async function changeActivity(
  context: Context,
  actor: Actor,
  key: string,
  asked: ActivityGiven,
): Promise<Stored<WheelActivity>> {
  requireEditor(actor);
  const activity = activityOrThrow(context, key);
  checkActivity(context, asked, ruleNow(activity));
  const given = asStored(context, actor, activity, asked);
  const changed = await context.list(WheelActivities).update(key, (current) => {
    if (current.closedOn !== undefined) throw conflict('wheel.activityClosed');
    const fields = { ...fieldsOf(given), revisions: revisedBy(current, given, todayOf(context.clock)) };
    if (isAsGiven(current, fields)) return undefined;
    const event = { at: nowOf(context.clock), by: actor.personId, what: 'changed' as const };
    return { ...fields, history: [...current.history, event] };
  });
  await recordActivityActs(context, changed);
  return changed;
}

/** Catalogue texts shown translated and left unchanged keep their stored form. */
function asStored(
  context: Context,
  { language }: Actor,
  { title, why, evidence, steps }: WheelActivity,
  given: ActivityGiven,
): ActivityGiven {
  const seen = (text: string) => shippedIn(text, language);
  const kept = (written: string, stored: string | undefined) =>
    stored !== undefined && written === seen(stored) ? stored : written;
  const stepOf = new Map(steps.map((step) => [step.id, step.title]));
  return {
    ...given,
    title: kept(given.title, title),
    why: kept(given.why, why),
    ...(given.evidence === undefined ? {} : { evidence: kept(given.evidence, evidence) }),
    steps: given.steps.map((step) => ({ ...step, title: kept(step.title, stepOf.get(step.id)) })),
  };
}

const isAsGiven = (current: WheelActivity, fields: Partial<WheelActivity>): boolean => {
  const values = new Map<string, unknown>(Object.entries(current));
  return Object.entries(fields).every(([name, value]) => etagOf(value) === etagOf(values.get(name)));
};

/**
 * Ends an activity, with a reason. Completed tasks stay; open ones disappear. Idempotent. 4 resource units. Throws
 * AppError: forbidden, missing, unavailable.
 */
export async function closeActivity(
  context: Context,
  actor: Actor,
  { key, reason }: { key: string; reason: string },
): Promise<Stored<WheelActivity>> {
  requireEditor(actor);
  activityOrThrow(context, key);
  const closed = await context.list(WheelActivities).update(key, (current) => {
    if (current.closedOn !== undefined) return undefined;
    const event = { at: nowOf(context.clock), by: actor.personId, what: 'closed' as const, reason };
    return { closedOn: todayOf(context.clock), history: [...current.history, event] };
  });
  await recordActivityActs(context, closed);
  return closed;
}
