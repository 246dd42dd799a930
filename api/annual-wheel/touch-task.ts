import type { Context } from '../context.ts';
import { conflict, missing, repeatableKey, saidAt, type Actor, type AppError } from '../kernel/index.ts';
import { refusedBy } from '../organisation/index.ts';
import { recordTaskActs } from './record-wheel-acts.ts';
import { carriedOver, type WheelTask } from './task.ts';
import { WheelTasks, type TaskEvent, type TouchedTask } from './task-list.ts';
import { findTask } from './tasks.ts';

/** An act's effect on a task: changed fields and event. `undefined`: no change. */
export type Change = (current: TouchedTask) => Changed | undefined;
type Changed = Partial<Omit<TouchedTask, 'key' | 'history'>> & { event: Omit<TaskEvent, 'at' | 'by' | 'press'> };

export interface Touched {
  /** `false`: no change needed, a success. */
  changed: boolean;
  task: WheelTask;
}

type Presser = Pick<Actor, 'personId' | 'pressedAt' | 'idempotencyKey'>;

/** Characters of history above which notes and ticks are refused, to leave room for completion. */
const roomForNotes = 40_000;
const isNote = ({ what }: Pick<TaskEvent, 'what'>): boolean => what === 'noted' || what === 'step' || what === 'unstep';

/**
 * Writes an act on a task: state and event in one write, creating the item if missing. `change` decides from the newest
 * copy, again after a conflict. The repeat of a press changes nothing, whatever became of the task. 4 resource units.
 * Throws AppError: conflict `wheel.historyFull`, unavailable, and what `change` throws.
 */
export async function touchTask(context: Context, actor: Presser, task: WheelTask, change: Change): Promise<Touched> {
  const list = context.list(WheelTasks);
  const press = actor.idempotencyKey === undefined ? undefined : repeatableKey(actor, 'touchTask');
  let changed = false;
  const apply = (stored: TouchedTask): Partial<Omit<TouchedTask, 'key'>> | undefined => {
    const carried = carriedOver(task.before ?? [], stored);
    const current = { ...stored, ...carried };
    // Another may have undone it since: a repeat does not do it anew.
    const isRepeat = press !== undefined && current.history.some((one) => one.press === press);
    const made = isRepeat ? undefined : change(current);
    changed = made !== undefined;
    if (!made) return undefined;
    const { event, ...fields } = made;
    if (isNote(event) && JSON.stringify(current.history).length > roomForNotes) throw conflict('wheel.historyFull');
    return {
      ...carried,
      ...fields,
      history: [...current.history, { at: saidAt(context.clock, actor), by: actor.personId, press, ...event }],
    };
  };
  const write = async () => {
    if (list.get(task.key)) return list.update(task.key, apply);
    const blank = untouched(task);
    const fields = apply(blank);
    if (!fields) return undefined;
    const { record, existed } = await list.create({ ...blank, ...fields });
    // Created concurrently: decide again from that copy.
    return existed ? list.update(task.key, apply) : record;
  };
  const written = await write();
  if (written && changed) await recordTaskActs(context, written);
  const now = findTask(context, task.key);
  if (!now) throw missing('wheel.noSuchTask');
  return { changed, task: now };
}

const untouched = ({ key, activity, occurrence, run, centreId }: WheelTask): TouchedTask => ({
  key,
  title: activity.title,
  activityKey: activity.key,
  occurrence,
  ...(run === undefined ? {} : { run }),
  ...(centreId === undefined ? {} : { centreId }),
  state: 'planned',
  note: '',
  evidence: '',
  stepsDone: [],
  history: [],
});

/** The refusal of an act on a task that somebody has done or cancelled. */
export function taskClosed(context: Context, { state, history }: TouchedTask, code: string): AppError {
  const last = history.findLast(({ what }) => what === (state === 'done' ? 'completed' : 'cancelled'));
  return refusedBy(context, code, last?.by, last?.at);
}
