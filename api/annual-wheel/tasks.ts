import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import { addDays, earlierOf, stableKey, todayOf, type CentreId, type LocalDate } from '../kernel/index.ts';
import { Centres, centres } from '../organisation/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { calendarOccurrences, dueAfter, madeOn, ruleNow } from './activity.ts';
import { WheelActivities, type Revision, type WheelActivity } from './activity-list.ts';
import { isOpen, taskKey, taskOf, type PlannedTask, type WheelTask } from './task.ts';
import { WheelTasks, type TouchedTask } from './task-list.ts';

const yearOf = (date: LocalDate): number => Number(date.slice(0, 4));

type Places = readonly (CentreId | undefined)[];
const placesOf = (context: Context, scope: Revision['scope']): Places =>
  scope === 'organisation' ? [undefined] : centres(context).map(({ key }) => key as CentreId);

/** A centre that came later owes nothing from before. */
const opensOn = (context: Context, centreId: CentreId | undefined): LocalDate | '' =>
  (centreId === undefined ? undefined : context.list(Centres).get(centreId)?.opensOn) ?? '';

const planned = (activity: Stored<WheelActivity>, when: LocalDate | number, on: LocalDate, centreId?: CentreId) => ({
  key: taskKey(activity.key, when, centreId),
  activity,
  occurrence: on,
  ...(typeof when === 'number' ? { run: when } : {}),
  ...(centreId === undefined ? {} : { centreId }),
});

/** Nothing is planned further ahead: nobody gets the wheel of the year 9999. */
const yearsPlanned = 10;
/** Years that are kept: those that somebody looks at. A year of a large municipality is tens of thousands of tasks. */
const mostYears = 40;
function keep<Value>(years: Map<number, Value>, year: number, value: Value): void {
  if (years.size >= mostYears) years.clear();
  years.set(year, value);
}

/** What the calendar makes, a year at a time: changes only with the activities and the centres in use. */
const plannedYears = derivation([WheelActivities, Centres], () => new Map<number, ReadonlyMap<string, PlannedTask>>());

function plannedOfYear(context: Context, year: number): ReadonlyMap<string, PlannedTask> {
  const years = plannedYears(context);
  const known = years.get(year);
  if (known) return known;
  const made = new Map<string, PlannedTask>();
  if (year < earliestYear || year > yearOf(todayOf(context.clock)) + yearsPlanned) return made;
  const [from, to] = [`${year}-01-01` as LocalDate, `${year}-12-31` as LocalDate];
  for (const activity of context.list(WheelActivities).all()) {
    if (activity.closedOn !== undefined) continue;
    for (const { on, scope } of calendarOccurrences(activity, from, to))
      for (const centreId of placesOf(context, scope)) {
        if (on < opensOn(context, centreId)) continue;
        const task = planned(activity, on, on, centreId);
        made.set(task.key, task);
      }
  }
  keep(years, year, made);
  return made;
}

/** Touched tasks by activity, and within it by centre. */
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

/** The one open task of each activity that is counted from the last time it was done, by key. */
const openRuns = derivation([WheelActivities, WheelTasks, Centres], (context) => {
  const found = new Map<string, WheelTask>();
  for (const activity of context.list(WheelActivities).all()) {
    if (activity.closedOn !== undefined || !activity.revisions.some(({ basis }) => basis === 'lastDone')) continue;
    for (const scope of new Set(activity.revisions.map((revision) => revision.scope)))
      for (const centreId of placesOf(context, scope)) {
        const touched = touchedByPlace(context).get(placeOf(activity.key, centreId)) ?? [];
        const run = openRun(activity, scope, centreId, touched, opensOn(context, centreId));
        if (run) found.set(run.key, run);
      }
  }
  return found;
});

/** Begun already, or the next after the last that was done or cancelled. */
function openRun(
  activity: Stored<WheelActivity>,
  scope: Revision['scope'],
  centreId: CentreId | undefined,
  touched: readonly Stored<TouchedTask>[],
  notBefore: LocalDate | '',
): WheelTask | undefined {
  const runs = touched.filter(({ run }) => run !== undefined).sort((one, other) => (one.run ?? 0) - (other.run ?? 0));
  const begun = runs.find(isOpen);
  if (begun) {
    if (!runStays(activity, scope, begun.occurrence)) return undefined;
    return taskOf(planned(activity, begun.run ?? 1, begun.occurrence, centreId), begun);
  }
  const next = dueAfter(activity, scope, latestOf(touched));
  if (next === undefined) return undefined;
  const due = notBefore !== '' && next < notBefore ? notBefore : next;
  return taskOf(planned(activity, (runs.at(-1)?.run ?? 0) + 1, due, centreId), undefined);
}

/** A run that another kind of rule has taken over from stays only when it was owed before. */
function runStays(activity: WheelActivity, scope: Revision['scope'], occurrence: LocalDate): boolean {
  const now = ruleNow(activity);
  return (now.basis === 'lastDone' && now.scope === scope) || occurrence < now.from;
}

/** When it was last done; one that was cancelled counts as if it had been done when it was due. */
const latestOf = (touched: readonly TouchedTask[]): LocalDate | undefined =>
  touched
    .flatMap(({ state, doneOn, occurrence, run }) => {
      if (state === 'done') return [doneOn ?? occurrence];
      return state === 'cancelled' && run !== undefined ? [occurrence] : [];
    })
    .sort()
    .at(-1);

/** Tasks by the year of their due date; computed when asked for. */
const taskYears = derivation([WheelActivities, WheelTasks, Centres], () => new Map<number, readonly WheelTask[]>());

/** Touched tasks by the year in which they are due. */
const touchedYears = derivation([WheelTasks], (context) => {
  const found = new Map<number, Stored<TouchedTask>[]>();
  for (const task of context.list(WheelTasks).all()) {
    const year = yearOf(task.movedTo ?? task.occurrence);
    const known = found.get(year);
    if (known) known.push(task);
    else found.set(year, [task]);
  }
  return found;
});

/**
 * Every task that is due in a year: what the rules make for the centres in use, with what became of it. What is done or
 * cancelled stays when its centre or activity closes or its rule changes; what is open then goes. From memory.
 */
export function tasksOfYear(context: Context, year: number): readonly WheelTask[] {
  const years = taskYears(context);
  const known = years.get(year);
  if (known) return known;
  const list = context.list(WheelTasks);
  const untouched = [...plannedOfYear(context, year).values()].filter(({ key }) => !list.get(key));
  const touched = (touchedYears(context).get(year) ?? []).flatMap((item) => fromItem(context, item));
  const runs = [...openRuns(context).values()].filter((task) => !task.touched && yearOf(task.due) === year);
  const found = [...untouched.map((task) => taskOf(task, undefined)), ...touched, ...runs];
  found.sort((one, other) => compare(one.due, other.due) || compare(one.key, other.key));
  keep(years, year, found);
  return found;
}
const compare = (one: string, other: string): number => Number(one > other) - Number(one < other);

function fromItem(context: Context, item: Stored<TouchedTask>): WheelTask[] {
  const activity = context.list(WheelActivities).get(item.activityKey);
  if (!activity) return [];
  if (isOpen(item)) {
    if (item.run !== undefined) {
      const run = openRuns(context).get(item.key);
      return run ? [run] : [];
    }
    if (!plannedOfYear(context, yearOf(item.occurrence)).has(item.key)) return [];
  }
  const { run, occurrence, centreId } = item;
  return [taskOf(planned(activity, run ?? occurrence, occurrence, centreId), item)];
}

/** As far back as anybody may ask: a date of the year 1, slipped into a list, must not bring two thousand years. */
const earliestYear = 2000;
/** The first year in which anything could be due. */
const firstYear = derivation(
  [WheelActivities, WheelTasks],
  (context) => {
    const made = context
      .list(WheelActivities)
      .all()
      .map((activity) => yearOf(madeOn(activity)));
    return Math.max(earliestYear, Math.min(yearOf(todayOf(context.clock)), ...made, ...touchedYears(context).keys()));
  },
  (context) => todayOf(context.clock),
);

/** The years there is something to see of: from the first activity to next year. */
export function yearsOf(context: Context): number[] {
  const first = firstYear(context);
  const last = yearOf(todayOf(context.clock)) + 1;
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** How far ahead anybody is asked what they owe, days. */
const ahead = 2 * 366;

/**
 * Every task that is due by a day (at most two years ahead) and neither done nor cancelled, however long ago it was due: nobody gets rid of a
 * task by waiting.
 */
export function openTasksDueBy(context: Context, day: LocalDate): WheelTask[] {
  const found: WheelTask[] = [];
  const last = earlierOf(day, addDays(todayOf(context.clock), ahead));
  for (let year = firstYear(context); year <= yearOf(last); year += 1)
    for (const task of tasksOfYear(context, year)) if (isOpen(task) && task.due <= last) found.push(task);
  return found;
}

/** The task with a key, whether anybody has touched it or not. */
export function findTask(context: Context, key: string): WheelTask | undefined {
  const item = context.list(WheelTasks).get(key);
  if (item) return fromItem(context, item)[0];
  const [, when = ''] = key.split('_');
  if (when.startsWith('r')) return openRuns(context).get(key);
  const year = /^(\d{4})-\d{2}-\d{2}$/.exec(when)?.[1];
  const task = year === undefined ? undefined : plannedOfYear(context, Number(year)).get(key);
  return task && taskOf(task, undefined);
}

/** The other tasks of the same activity and centre that anybody has touched, or that come within a year. */
export function runsOf(context: Context, task: WheelTask): WheelTask[] {
  const until = addDays(todayOf(context.clock), 366);
  return Array.from({ length: yearOf(until) - firstYear(context) + 1 }, (_, index) => firstYear(context) + index)
    .flatMap((year) => tasksOfYear(context, year))
    .filter(
      ({ key, activity, centreId, due }) =>
        key !== task.key && activity.key === task.activity.key && centreId === task.centreId && due <= until,
    )
    .reverse();
}

/** Whether a later run of what is counted from the last time it was done has been touched. */
export const isFollowed = (context: Context, { run, activity, centreId }: WheelTask): boolean =>
  run !== undefined &&
  (touchedByPlace(context).get(placeOf(activity.key, centreId)) ?? []).some((other) => (other.run ?? 0) > run);

/** Whether a task that is done or cancelled would be there if it were open: its rule, centre and activity still are. */
export function wouldStay(context: Context, task: WheelTask): boolean {
  const { activity, run, centreId, occurrence } = task;
  if (activity.closedOn !== undefined) return false;
  if (run === undefined) return plannedOfYear(context, yearOf(occurrence)).has(task.key);
  const scope = centreId === undefined ? 'organisation' : 'centres';
  return runStays(activity, scope, occurrence) && placesOf(context, scope).includes(centreId);
}

/** Keys of activities are parts of the keys of their tasks, and must stand there as they are. */
export const isActivityKey = (key: string): boolean => stableKey(key) === key;
