import { AsyncLocalStorage } from 'node:async_hooks';
import type { Context } from '../context.ts';
import { asAppError, nowOf, notWaitedFor, stableKey, type PersonId } from '../kernel/index.ts';
import type { Origin, RecordChange } from './audit-list.ts';
import { appendToTrail } from './trail.ts';

/** Where an act comes from, and who does it. */
export interface ActGiven {
  origin: Origin;
  /** The route, the button, the job: `POST /api/assets`. */
  via: string;
  actorId: PersonId;
  /** For whom the actor acts as deputy where a record of this centre is changed; undefined in the own right. */
  deputyFor?(centreId: string | undefined): PersonId | undefined;
}
/** What stands beside an entry of an act. */
export type ActNote = Pick<ActGiven, 'origin' | 'via'> & { forId?: PersonId; changes?: RecordChange[] };

interface ActUnderWay extends ActGiven {
  context?: Context;
  /** What no entry has told of yet. */
  changes: Noted[];
  isOver: boolean;
}
interface Noted {
  change: RecordChange;
  centreId?: string | undefined;
  /** Tells changes of one record apart: its version. */
  version: string;
}

const underWay = new AsyncLocalStorage<ActUnderWay>();

/** The actor of what nobody presses for. */
export const theProgram = 'system' as PersonId;
/** Records that one entry tells of at most; the next entry tells of the others. */
const recordsInEntry = 40;

/**
 * Does an act: what it changes in business lists is appended to the trail with its origin, before and after by field. An act that
 * records itself (`recordAct`) carries it along, at no cost; what is left at the end becomes one entry, which is durable in
 * the journal when this resolves and in the list soon after (2 resource units in the background lane). Throws what the work throws.
 */
export function duringAct<Result>(given: ActGiven, work: () => Promise<Result>): Promise<Result> {
  const act: ActUnderWay = { ...given, changes: [], isOver: false };
  return underWay.run(act, async () => {
    try {
      return await work();
    } finally {
      act.isOver = true;
      await appendRest(act);
    }
  });
}

/** Takes down what was changed, for the entry of the act that is under way. Nothing outside of one. */
export function noteChange(context: Context, noted: Noted): void {
  const act = underWay.getStore();
  if (!act) return;
  act.context = context;
  act.changes.push(noted);
  // What goes on after the answer is the act's all the same.
  if (act.isOver && act.changes.length === 1) notWaitedFor(() => setImmediate(() => void appendRest(act)));
}

/** What the act that is under way adds to an entry about a subject: all that is untold, or in a job what is about it alone. */
export function noteOfAct(subjectKey: string): ActNote | undefined {
  const act = underWay.getStore();
  if (!act) return undefined;
  const about = act.changes.filter(({ change }) => change.key === subjectKey);
  const told = about.length > 0 || act.origin === 'job' ? about : act.changes.slice(0, recordsInEntry);
  act.changes = act.changes.filter((one) => !told.includes(one));
  return noteOf(act, told);
}

function noteOf({ origin, via, deputyFor }: ActGiven, told: readonly Noted[]): ActNote {
  const forId = told.flatMap(({ centreId }) => deputyFor?.(centreId) ?? [])[0];
  return {
    origin,
    via,
    ...(forId === undefined ? {} : { forId }),
    ...(told.length === 0 ? {} : { changes: told.map(({ change }) => change) }),
  };
}

/** Never throws: the act is done. */
async function appendRest(act: ActUnderWay): Promise<void> {
  const { context } = act;
  while (context && act.changes.length > 0) {
    const told = act.changes.splice(0, recordsInEntry);
    const [first] = told;
    if (!first) return;
    const { list, key, what } = first.change;
    try {
      await appendToTrail(context, {
        key: stableKey('change', list, key, first.version, what),
        title: `${what}Record`,
        subjectKey: key,
        actorId: act.actorId,
        at: nowOf(context.clock),
        details: { list },
        ...noteOf(act, told),
      });
    } catch (thrown) {
      context.log.error({ code: asAppError(thrown).code, list, via: act.via }, 'a change is not in the audit trail');
    }
  }
}
