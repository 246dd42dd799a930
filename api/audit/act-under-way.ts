import { AsyncLocalStorage } from 'node:async_hooks';
import type { Context } from '../context.ts';
import { asAppError, newId, nowOf, notWaitedFor, stableKey, type PersonId } from '../kernel/index.ts';
import type { Origin, RecordChange } from './audit-list.ts';
import { intend, type IntendedWrite } from './intended-writes.ts';
import { appendToTrail } from './trail.ts';

/** The origin and actor of an act. */
export interface ActGiven {
  origin: Origin;
  /** Route, button or job: `POST /api/assets`. */
  via: string;
  actorId: PersonId;
  /** The person the actor deputises for, where a record of this centre is changed; undefined otherwise. */
  deputyFor?(centreId: string | undefined): PersonId | undefined;
}
/** An act's context in an entry. */
export type ActNote = Pick<ActGiven, 'origin' | 'via'> & { forId?: PersonId; changes?: RecordChange[] };

interface ActUnderWay extends ActGiven {
  context?: Context;
  /** Changes not yet in an entry. */
  changes: Noted[];
  /** Names its intended writes; none yet: it has not written. */
  id?: string;
  writes: number;
  isOver: boolean;
}
interface Noted {
  change: RecordChange;
  centreId?: string | undefined;
  /** Version, to distinguish a record's changes. */
  version: string;
  /** Key of the intended write; undefined when it is not in the journal. */
  intended: string | undefined;
}

const underWay = new AsyncLocalStorage<ActUnderWay>();

/** The actor of automatic acts. */
export const theProgram = 'system' as PersonId;
/** Most records per entry; the next entry has the others. */
const recordsInEntry = 40;

/**
 * Runs an act: its changes to business lists are appended to the trail with origin, before and after by field. An act
 * that records itself (`recordAct`) includes them at no cost; the rest becomes one entry, durable in the journal when
 * this resolves and in the list soon after (2 resource units in the background lane). Throws what the work throws.
 */
export function duringAct<Result>(given: ActGiven, work: () => Promise<Result>): Promise<Result> {
  const act: ActUnderWay = { ...given, changes: [], writes: 0, isOver: false };
  return underWay.run(act, async () => {
    try {
      return await work();
    } finally {
      act.isOver = true;
      await appendRest(act);
    }
  });
}

/** The route, button or job of the present act. */
export const actUnderWay = (): string | undefined => underWay.getStore()?.via;

/** Whether changes are collected. */
export const isActUnderWay = (): boolean => underWay.getStore() !== undefined;

/**
 * Notes in the journal what the current act is about to write, for a program that is killed before the act's end: one
 * local append. Returns its key for `noteChange` or `forget`; `key`: of an attempt before. Undefined outside an act.
 */
export async function intendChange(
  context: Context,
  { centreId, ...write }: Pick<IntendedWrite, 'change' | 'before' | 'content'> & Pick<Noted, 'centreId'>,
  key?: string,
): Promise<string | undefined> {
  const act = underWay.getStore();
  if (!act) return undefined;
  const { origin, via, actorId, deputyFor } = act;
  act.id ??= newId();
  const name = key ?? `${act.id}.${(act.writes += 1)}`;
  const forId = deputyFor?.(centreId);
  await intend(context, name, { act: act.id, origin, via, actorId, forId, at: nowOf(context.clock), ...write });
  return name;
}

/** Collects a change for the current act's entry. Ignored outside an act. */
export function noteChange(context: Context, noted: Noted): void {
  const act = underWay.getStore();
  if (!act) return;
  act.context = context;
  act.changes.push(noted);
  // Changes after the answer still belong to the act.
  if (act.isOver && act.changes.length === 1) notWaitedFor(() => setImmediate(() => void appendRest(act)));
}

/** What the current act adds to an entry about a subject: all uncollected changes, or in a job only the subject's. */
export function noteOfAct(subjectKey: string): { told: ActNote; intended: string[] } | undefined {
  const act = underWay.getStore();
  if (!act) return undefined;
  const about = act.changes.filter(({ change }) => change.key === subjectKey);
  const told = about.length > 0 || act.origin === 'job' ? about : act.changes.slice(0, recordsInEntry);
  act.changes = act.changes.filter((one) => !told.includes(one));
  return { told: noteOf(act, told), intended: intendedOf(told) };
}

const intendedOf = (noted: readonly Noted[]): string[] => noted.flatMap(({ intended }) => intended ?? []);

function noteOf({ origin, via, deputyFor }: ActGiven, told: readonly Noted[]): ActNote {
  const forId = told.flatMap(({ centreId }) => deputyFor?.(centreId) ?? [])[0];
  return {
    origin,
    via,
    ...(forId === undefined ? {} : { forId }),
    ...(told.length === 0 ? {} : { changes: told.map(({ change }) => change) }),
  };
}

/** Never throws: the act is over. */
async function appendRest(act: ActUnderWay): Promise<void> {
  const { context } = act;
  while (context && act.changes.length > 0) {
    const told = act.changes.splice(0, recordsInEntry);
    const [first] = told;
    if (!first) return;
    const { list, key, what } = first.change;
    try {
      const entry = {
        key: stableKey('change', list, key, first.version, what),
        title: `${what}Record`,
        subjectKey: key,
        actorId: act.actorId,
        at: nowOf(context.clock),
        details: { list },
        ...noteOf(act, told),
      };
      await appendToTrail(context, entry, intendedOf(told));
    } catch (thrown) {
      context.log.error({ code: asAppError(thrown).code, list, via: act.via }, 'a change is not in the audit trail');
    }
  }
}
