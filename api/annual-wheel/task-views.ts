import type { Context } from '../context.ts';
import { daysBetween, todayOf, type Actor, type LocalDate } from '../kernel/index.ts';
import { HandOvers } from '../obligations/index.ts';
import { centreRef, Centres, findPerson, freshnessOf, mayName, personRef } from '../organisation/index.ts';
import { WheelActivities } from './activity-list.ts';
import { groupOf } from './groups.ts';
import { mayDoTask, mayMoveTask, mayReopenTask, type TaskOwners } from './permissions.ts';
import { visibleResponsible, taskFor } from './task-owners.ts';
import { isOpen, taskLook, type WheelTask } from './task.ts';
import { WheelTasks } from './task-list.ts';
import { isFollowed, runsOf, wouldStay } from './tasks.ts';
import type { TaskRow, TaskView } from './wheel-contract.ts';

/** The wheel's freshness is that of the oldest of these. */
export const wheelFreshness = (context: Context) => freshnessOf(context, WheelActivities, WheelTasks, Centres);

const mostRuns = 50;

/** A task as a row of a list. */
export function taskRowOf(context: Context, actor: Actor, task: WheelTask, today: LocalDate): TaskRow {
  const { key, activity, centreId, occurrence, due, state, touched } = task;
  const responsible = visibleResponsible(context, actor, task);
  const centre = centreRef(context, centreId);
  const group = groupOf(context, activity.groupKey);
  return {
    key,
    activityKey: activity.key,
    title: activity.title,
    role: activity.role,
    ...(responsible === undefined ? {} : { responsible: personRef(context, responsible) }),
    ...(centre ? { centre } : {}),
    source: activity.source,
    occurrence,
    due,
    daysLeft: daysBetween(today, due),
    state,
    look: taskLook(task, today),
    moved: touched?.movedTo !== undefined,
    ...(touched?.doneOn === undefined ? {} : { doneOn: touched.doneOn }),
    stepsDone: stepsDone(task).length,
    steps: activity.steps.length,
    ...(group ? { group } : {}),
  };
}

/** Completed steps that still exist. */
const stepsDone = ({ activity, touched }: WheelTask) =>
  activity.steps.filter(({ id }) => touched?.stepsDone.includes(id) === true);

/** One visible task with its history. Throws AppError: missing, forbidden. */
export function taskView(context: Context, actor: Actor, key: string): TaskView {
  const { task, owners } = taskFor(context, actor, key);
  const { activity, touched } = task;
  const today = todayOf(context.clock);
  const done = new Set(stepsDone(task).map(({ id }) => id));
  return {
    ...taskRowOf(context, actor, task, today),
    why: activity.why,
    ...(activity.evidence === '' ? {} : { evidenceWanted: activity.evidence }),
    ...(touched === undefined || touched.note === '' ? {} : { note: touched.note }),
    ...(touched === undefined || touched.evidence === '' ? {} : { evidence: touched.evidence }),
    stepList: activity.steps.map((step) => ({ ...step, done: done.has(step.id) })),
    history: historyOf(context, actor, task),
    runs: runsOf(context, task)
      .slice(0, mostRuns)
      .map((run) => taskRowOf(context, actor, run, today)),
    abilities: abilitiesOf(context, actor, task, owners),
    freshness: wheelFreshness(context),
  };
}

function abilitiesOf(context: Context, actor: Actor, task: WheelTask, owners: TaskOwners): TaskView['abilities'] {
  const open = isOpen(task);
  const mayDo = open && mayDoTask(actor, owners);
  const mayMove = open && mayMoveTask(actor, owners);
  const reopens = !open && mayReopenTask(actor, owners) && wouldStay(context, task) && !isFollowed(context, task);
  return { start: mayDo && task.state === 'planned', complete: mayDo, move: mayMove, cancel: mayMove, reopen: reopens };
}

/** Events and hand-overs, newest last. */
function historyOf(context: Context, actor: Actor, { key, touched, before = [] }: WheelTask): TaskView['history'] {
  const byOf = (by: string) => (mayName(context, actor, by) ? { by: personRef(context, by) } : {});
  const toOf = (to: string) => (mayName(context, actor, to) ? `${findPerson(context, to)?.title ?? to}: ` : '');
  const changes = [...before, ...(touched ? [touched] : [])].flatMap(({ history }) => history);
  const events = changes.map(({ by, press: _press, ...event }) => ({ ...event, ...byOf(by) }));
  const handOvers = context
    .list(HandOvers)
    .all()
    .filter(({ obligationKey }) => obligationKey === key)
    .map(({ at, by, to, note }) => ({
      at,
      ...byOf(by),
      what: 'handedOver' as const,
      text: `${toOf(to)}${note}`,
    }));
  return [...events, ...handOvers].sort((one, other) => one.at.localeCompare(other.at));
}
