import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import { addDays, compareText, earlierDay, todayOf, yearOf, type CentreId, type LocalDate } from '../kernel/index.ts';
import { Centres, centres } from '../organisation/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { calendarOccurrences, dueAfter, madeOn, ruleNow } from './activity.ts';
import { WheelActivities, type Revision, type WheelActivity } from './activity-list.ts';
import { carriedOver, isOpen, taskKey, taskOf, type PlannedTask, type WheelTask } from './task.ts';
import { WheelTasks, type TouchedTask } from './task-list.ts';
import { formerItems, touchedOf, touchedYears } from './touched-tasks.ts';

type Places = readonly (CentreId | undefined)[];
const placesOf = (context: Context, scope: Revision['scope']): Places =>
  scope === 'organisation' ? [undefined] : centres(context).map(({ key }) => key as CentreId);

/** A later centre owes nothing from before. */
const opensOn = (context: Context, centreId: CentreId | undefined): LocalDate | '' =>
  (centreId === undefined ? undefined : context.list(Centres).get(centreId)?.opensOn) ?? '';

const planned = (activity: Stored<WheelActivity>, when: LocalDate | number, on: LocalDate, centreId?: CentreId) => ({
  key: taskKey(activity.key, when, centreId),
  activity,
  occurrence: on,
  ...(typeof when === 'number' ? { run: when } : {}),
  ...(centreId === undefined ? {} : { centreId }),
});

/** Limit of planning: bounds requests such as the year 9999. */
const yearsPlanned = 10;
/** Cached years. A year of a large municipality is tens of thousands of tasks. */
const mostYears = 40;
function keep<Value>(years: Map<number, Value>, year: number, value: Value): void {
  if (years.size >= mostYears) years.clear();
  years.set(year, value);
}

/** Calendar tasks by year: change only with activities and centres. */
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

/** A calendar task; one that happens once goes on where it stood on its former day, if that was changed last. */
function calendarTask(context: Context, plan: PlannedTask, own: Stored<TouchedTask> | undefined): WheelTask {
  const before = formerItems(context, plan);
  const carried = own && !isOpen(own) ? undefined : carriedOver(before, own);
  const latest = before.at(-1);
  if (!carried || !latest) return taskOf(plan, own, before);
  const { key, occurrence } = plan;
  return taskOf(
    plan,
    { ...(own ?? { ...latest, history: [], movedTo: undefined }), ...carried, key, occurrence },
    before,
  );
}

/** The open task of each activity counted from the last completion, by key. */
const openRuns = derivation([WheelActivities, WheelTasks, Centres], (context) => {
  const found = new Map<string, WheelTask>();
  for (const activity of context.list(WheelActivities).all()) {
    if (activity.closedOn !== undefined || !activity.revisions.some(({ basis }) => basis === 'lastDone')) continue;
    for (const scope of new Set(activity.revisions.map((revision) => revision.scope)))
      for (const centreId of placesOf(context, scope)) {
        const touched = touchedOf(context, activity.key, centreId);
        const run = openRun(activity, scope, centreId, touched, opensOn(context, centreId));
        if (run) found.set(run.key, run);
      }
  }
  return found;
});

/** The started run, or that after the last done or cancelled one. */
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

/** A run replaced by another kind of rule stays only if already owed. */
function runStays(activity: WheelActivity, scope: Revision['scope'], occurrence: LocalDate): boolean {
  const now = ruleNow(activity);
  return (now.basis === 'lastDone' && now.scope === scope) || occurrence < now.from;
}

/** Last completion; a cancelled run counts as done when due. */
const latestOf = (touched: readonly TouchedTask[]): LocalDate | undefined =>
  touched
    .flatMap(({ state, doneOn, occurrence, run }) => {
      if (state === 'done') return [doneOn ?? occurrence];
      return state === 'cancelled' && run !== undefined ? [occurrence] : [];
    })
    .sort()
    .at(-1);

/** Tasks by year due, computed on demand. */
const taskYears = derivation([WheelActivities, WheelTasks, Centres], () => new Map<number, readonly WheelTask[]>());

/**
 * All tasks due in a year: derived for the centres in use, with their status. Done and cancelled ones remain when the
 * centre or activity closes or the rule changes; open ones disappear. From memory.
 */
export function tasksOfYear(context: Context, year: number): readonly WheelTask[] {
  const years = taskYears(context);
  const known = years.get(year);
  if (known) return known;
  const list = context.list(WheelTasks);
  const untouched = [...plannedOfYear(context, year).values()].filter(({ key }) => !list.get(key));
  const touched = (touchedYears(context).get(year) ?? []).flatMap((item) => fromItem(context, item));
  const runs = [...openRuns(context).values()].filter((task) => !task.touched && yearOf(task.due) === year);
  const found = [...untouched.map((task) => calendarTask(context, task, undefined)), ...touched, ...runs];
  found.sort((one, other) => compareText(one.due, other.due) || compareText(one.key, other.key));
  keep(years, year, found);
  return found;
}

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
  const plan = planned(activity, run ?? occurrence, occurrence, centreId);
  return [run === undefined ? calendarTask(context, plan, item) : taskOf(plan, item)];
}

/** Earliest year: bounds a mistyped date such as year 1. */
const earliestYear = 2000;
/** The first year with due tasks. */
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

/** The years with content: from the first activity to next year. */
export function yearsOf(context: Context): number[] {
  const first = firstYear(context);
  const last = yearOf(todayOf(context.clock)) + 1;
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** Days ahead for which obligations are derived. */
const ahead = 2 * 366;

/** Every open task due by a day (at most two years ahead), without a lower limit: tasks do not expire. */
export function openTasksDueBy(context: Context, day: LocalDate): WheelTask[] {
  const found: WheelTask[] = [];
  const last = earlierDay(day, addDays(todayOf(context.clock), ahead));
  for (let year = firstYear(context); year <= yearOf(last); year += 1)
    for (const task of tasksOfYear(context, year)) if (isOpen(task) && task.due <= last) found.push(task);
  return found;
}

/** A task by key, changed or not. */
export function findTask(context: Context, key: string): WheelTask | undefined {
  const item = context.list(WheelTasks).get(key);
  if (item) return fromItem(context, item)[0];
  const [, when = ''] = key.split('_');
  if (when.startsWith('r')) return openRuns(context).get(key);
  const year = /^(\d{4})-\d{2}-\d{2}$/.exec(when)?.[1];
  const task = year === undefined ? undefined : plannedOfYear(context, Number(year)).get(key);
  return task && calendarTask(context, task, undefined);
}

/** Other tasks of the same activity and centre that were changed, or are due within a year. */
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

/** Whether a later run counted from the last completion has been changed. */
export const isFollowed = (context: Context, { run, activity, centreId }: WheelTask): boolean =>
  run !== undefined && touchedOf(context, activity.key, centreId).some((other) => (other.run ?? 0) > run);

/** Whether a done or cancelled task would exist if open: its rule, centre and activity still do. */
export function wouldStay(context: Context, task: WheelTask): boolean {
  const { activity, run, centreId, occurrence } = task;
  if (activity.closedOn !== undefined) return false;
  if (run === undefined) return plannedOfYear(context, yearOf(occurrence)).has(task.key);
  const scope = centreId === undefined ? 'organisation' : 'centres';
  return runStays(activity, scope, occurrence) && placesOf(context, scope).includes(centreId);
}
