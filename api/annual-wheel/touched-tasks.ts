import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import { compareText, yearOf, type CentreId } from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { isOnce, ruleNow } from './activity.ts';
import { isOpen, lastChange, type PlannedTask } from './task.ts';
import { WheelTasks, type TouchedTask } from './task-list.ts';

const touchedByPlace = derivation([WheelTasks], (context) => {
  const found = new Map<string, Stored<TouchedTask>[]>();
  for (const task of context.list(WheelTasks).all()) {
    const place = placeOf(task.activityKey, task.centreId);
    const known = found.get(place);
    if (known) known.push(task);
    else found.set(place, [task]);
  }
  return found;
});
const placeOf = (activityKey: string, centreId: CentreId | undefined): string => `${activityKey} ${centreId ?? ''}`;

/** Changed tasks of an activity and centre. */
export const touchedOf = (
  context: Context,
  activityKey: string,
  centreId: CentreId | undefined,
): readonly Stored<TouchedTask>[] => touchedByPlace(context).get(placeOf(activityKey, centreId)) ?? [];

/** Changed tasks by year due. */
export const touchedYears = derivation([WheelTasks], (context) => {
  const found = new Map<number, Stored<TouchedTask>[]>();
  for (const task of context.list(WheelTasks).all()) {
    const year = yearOf(task.movedTo ?? task.occurrence);
    const known = found.get(year);
    if (known) known.push(task);
    else found.set(year, [task]);
  }
  return found;
});

/** Open items of a task that happens once, from before its day was changed; latest change last. */
export function formerItems(context: Context, { key, activity, centreId }: PlannedTask): TouchedTask[] {
  if (activity.revisions.length > 1 || !isOnce(ruleNow(activity))) return [];
  return touchedOf(context, activity.key, centreId)
    .filter((item) => item.key !== key && isOpen(item))
    .sort((one, other) => compareText(lastChange(one), lastChange(other)));
}
