import type { Context } from '../../context.ts';
import { contextPart } from '../../context-part.ts';
import { asAppError, inParallel, unavailable, type Actor, type PersonId } from '../../kernel/index.ts';
import { handOver, obligationsOf } from '../../obligations/index.ts';
import { actorOf, hasLeft } from '../../organisation/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import { belongingKinds } from '../contract.ts';
import { ownedKinds } from './owned-kinds.ts';
import { Successions, type GivenItem, type Succession } from './succession-list.ts';
import { tellReceivers } from './succession-campaign.ts';

/** Concurrent writes; the unit budget limits their rate. */
const writers = 4;

interface Run {
  done: number;
  ended: Promise<void>;
}
const running = contextPart<Map<string, Run>>('ownership/carryOutSuccession');
const runsOf = (context: Context): Map<string, Run> => {
  const known = running.get(context) ?? new Map<string, Run>();
  running.set(context, known);
  return known;
};

/** Records processed of a running hand-over; undefined when not running. */
export const successionProgress = (context: Context, key: string): number | undefined =>
  running.get(context)?.get(key)?.done;

/**
 * Transfers each remaining record, informs the receivers, and records the result. Concurrent calls share the run.
 * Idempotent: records already with the receiver count as done. Throws AppError `unavailable`: the job continues.
 */
export function carryOutSuccession(context: Context, key: string): Promise<void> {
  const runs = runsOf(context);
  const known = runs.get(key);
  if (known) return known.ended;
  const run: Run = { done: 0, ended: Promise.resolve() };
  runs.set(key, run);
  run.ended = carryOut(context, key, () => void (run.done += 1)).finally(() => runs.delete(key));
  return run.ended;
}

async function carryOut(context: Context, key: string, onDone: () => void): Promise<void> {
  const list = context.list(Successions);
  const succession = list.get(key);
  if (!succession) return;
  if (succession.state === 'running') {
    const ends = await giveAll(context, succession, onDone);
    await list.update(key, (current) => {
      if (current.state === 'done') return undefined;
      return { state: 'done', items: current.items.map((item) => ({ ...item, ...ends.get(idOf(item)) })) };
    });
  }
  await tellReceivers(context, key);
}

type End = Pick<GivenItem, 'moved' | 'why'>;
const idOf = ({ kind, key }: GivenItem): string => `${kind} ${key}`;

async function giveAll(
  context: Context,
  { items, by, from, note }: Stored<Succession>,
  onDone: () => void,
): Promise<ReadonlyMap<string, End>> {
  const ends = new Map<string, End>();
  const end = (item: GivenItem, became: End) => {
    ends.set(idOf(item), became);
    onDone();
  };
  const actor = actorOf(context, by);
  for (const kind of belongingKinds) {
    const ofKind = items.filter((item) => item.kind === kind);
    const left = ofKind.filter(({ why, moved }) => why === undefined && moved === undefined);
    for (const item of ofKind) if (!left.includes(item)) end(item, {});
    if (!actor) left.forEach((item) => end(item, { why: 'ownership.byIsGone' }));
    else if (kind === 'task') await giveTasks(context, actor, { from, note, items: left }, end);
    else await inParallel(writers, left, async (item) => end(item, await giveOne(context, actor, from, item)));
  }
  return ends;
}

async function giveOne(context: Context, actor: Actor, from: PersonId, { kind, key, to }: GivenItem): Promise<End> {
  const owned = ownedKinds.find((one) => one.kind === kind);
  if (!owned || hasLeft(context, to)) return { why: 'obligations.unknownReceiver' };
  try {
    await owned.give(context, actor, { key, from, to });
    return { moved: true };
  } catch (thrown) {
    return whyOf(thrown);
  }
}

/** During an outage the outcome is unknown: the job retries. */
function whyOf(thrown: unknown): End {
  const error = asAppError(thrown);
  if (error.kind === 'unavailable') throw unavailable(error.code);
  return { why: error.code };
}

const keptBecause = {
  personal: 'ownership.onlyThePerson',
  done: 'ownership.isDone',
  notYours: 'ownership.notTheirs',
} as const;

/** Work has its own act, per receiver; what followed a record or role is with the receiver already. */
async function giveTasks(
  context: Context,
  actor: Actor,
  { from, note, items }: { from: PersonId; note: string; items: readonly GivenItem[] },
  end: (item: GivenItem, became: End) => void,
): Promise<void> {
  for (const [to, work] of Map.groupBy(items, (item) => item.to)) {
    const stayed = new Map<string, string>();
    try {
      const keys = work.map(({ key }) => key);
      const { kept } = await handOver(context, actor, { fromPersonId: from, toPersonId: to, keys, note });
      for (const { key, reason } of kept) stayed.set(key, keptBecause[reason]);
    } catch (thrown) {
      const { why = 'unexpected' } = whyOf(thrown);
      for (const { key } of work) stayed.set(key, why);
    }
    const theirs = new Set(obligationsOf(context, to).map(({ key }) => key));
    for (const item of work) {
      const why = theirs.has(item.key) ? undefined : stayed.get(item.key);
      end(item, why === undefined ? { moved: true } : { why });
    }
  }
}
