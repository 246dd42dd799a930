import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import { etagOf } from '../edits/index.ts';
import { addDays, todayOf, yearOf, type Actor, type LocalDate } from '../kernel/index.ts';
import { Centres, personRef } from '../organisation/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { calendarOccurrences, ruleNow } from './activity.ts';
import type { ActivityView } from './activity-contract.ts';
import { WheelActivities, type WheelActivity } from './activity-list.ts';
import { groupOf } from './groups.ts';
import { mayEditWheel } from './permissions.ts';
import { isOpen } from './task.ts';
import { wheelFreshness } from './task-views.ts';
import { WheelTasks } from './task-list.ts';
import { tasksOfYear, yearsOf } from './tasks.ts';
import { compareDanish } from '../texts/format.ts';

interface Ends {
  nextDue?: LocalDate;
  lastDoneOn?: LocalDate;
}

/** When each activity is next due and was last done. */
const endsByActivity = derivation(
  [WheelActivities, WheelTasks, Centres],
  (context) => {
    const today = todayOf(context.clock);
    const found = new Map<string, Ends>();
    for (const year of yearsOf(context))
      for (const task of tasksOfYear(context, year)) {
        const ends = found.get(task.activity.key) ?? {};
        found.set(task.activity.key, ends);
        if (isOpen(task) && task.due >= today) ends.nextDue ??= task.due;
        const { doneOn } = task.touched ?? {};
        if (doneOn !== undefined && (ends.lastDoneOn === undefined || ends.lastDoneOn < doneOn))
          ends.lastDoneOn = doneOn;
      }
    return found;
  },
  (context) => todayOf(context.clock),
);

/** Look-ahead for activities that are not yearly. */
const daysAhead = 366 * 11;

function nextDueOf(context: Context, activity: Stored<WheelActivity>): LocalDate | undefined {
  if (activity.closedOn !== undefined) return undefined;
  const known = endsByActivity(context).get(activity.key)?.nextDue;
  if (known !== undefined) return known;
  const today = todayOf(context.clock);
  const nextYear = `${yearOf(today) + 2}-01-01` as LocalDate;
  return calendarOccurrences(activity, nextYear, addDays(today, daysAhead))[0]?.on;
}

export function activityViewOf(context: Context, actor: Actor, activity: Stored<WheelActivity>): ActivityView {
  const { key, title, why, source, role, personId, steps, evidence, leadDays, groupKey, closedOn } = activity;
  const { rule, startsOn, basis, endsOn, scope } = ruleNow(activity);
  const words = [title, why, source, role, personId, scope, steps, evidence, leadDays, groupKey];
  const group = groupOf(context, groupKey);
  const nextDue = nextDueOf(context, activity);
  const lastDoneOn = endsByActivity(context).get(key)?.lastDoneOn;
  return {
    key,
    etag: etagOf([words, rule, startsOn, basis, endsOn]),
    title,
    why,
    source,
    role,
    scope,
    steps,
    leadDays,
    startsOn,
    basis,
    ...(rule === undefined ? {} : { rule }),
    ...(endsOn === undefined ? {} : { endsOn }),
    ...(personId === undefined ? {} : { personId, person: personRef(context, personId) }),
    ...(evidence === '' ? {} : { evidence }),
    ...(groupKey === undefined ? {} : { groupKey }),
    ...(group ? { group } : {}),
    ...(nextDue === undefined ? {} : { nextDue }),
    ...(lastDoneOn === undefined ? {} : { lastDoneOn }),
    closed: closedOn !== undefined,
    abilities: { edit: closedOn === undefined && mayEditWheel(actor) },
  };
}

/** Activities, closed ones last; in phone-book order. */
export const visibleActivities = (context: Context, actor: Actor) => ({
  activities: [...context.list(WheelActivities).all()]
    .sort(
      (one, other) =>
        Number(one.closedOn !== undefined) - Number(other.closedOn !== undefined) ||
        compareDanish(one.title, other.title) ||
        one.key.localeCompare(other.key),
    )
    .map((activity) => activityViewOf(context, actor, activity)),
  abilities: { edit: mayEditWheel(actor) },
  freshness: wheelFreshness(context),
});
