import type { Context } from '../context.ts';
import { stableKey } from '../kernel/index.ts';
import { codecOf, etagNumber, type ListDefinition, type Stored } from '../sharepoint/index.ts';
import { AuditEntries, type AuditEntry, type RecordChange } from './audit-list.ts';
import { contentOf, forget, unsettledWrites, type IntendedWrite } from './intended-writes.ts';
import { appendToTrail, pendingEntries } from './trail.ts';

type Definition = ListDefinition<{ key: string }>;
type Current = Stored<{ key: string }>;

/** Most records per entry, as of an act that ends. */
const recordsInEntry = 40;

/** A change that took effect. */
interface Effective {
  /** Of the intended write. */
  key: string;
  write: IntendedWrite;
  /** The version that it made, as `noteChange` has it. */
  version: string;
}

/**
 * Appends the entries of changes that took effect though their act never ended: of programs that have ended, and of
 * writes without an answer. Free when there are none, else 1 unit for each such change. Throws AppError `unavailable`;
 * the next run goes on.
 */
export async function settleWrites(context: Context, lists: readonly Definition[]): Promise<void> {
  const unsettled = await unsettledWrites(context);
  if (unsettled.size === 0) return;
  const pending = await pendingEntries(context);
  const isTold = new Set(pending.flatMap(({ intended = [] }) => intended));
  const writes = [...unsettled].map(([key, write]) => ({ key, write })).filter(({ key }) => !isTold.has(key));
  const since = writes.reduce((first, { write }) => (write.at < first ? write.at : first), '9');
  const entries = [...context.list(AuditEntries).all(), ...pending].filter(({ at }) => at >= since);
  for (const ofAct of Map.groupBy(writes, ({ write }) => write.act).values()) {
    const effective: Effective[] = [];
    for (const one of ofAct) {
      const version = await versionMade(context, lists, one.write, entries);
      if (version === undefined) forget(context, [one.key]);
      else effective.push({ ...one, version });
    }
    for (let from = 0; from < effective.length; from += recordsInEntry)
      await append(context, effective.slice(from, from + recordsInEntry));
  }
}

async function append(context: Context, told: readonly Effective[]): Promise<void> {
  const [first] = told;
  if (!first) return;
  const { change, actorId, at, origin, via } = first.write;
  const { list, key, what } = change;
  const forId = told.flatMap(({ write }) => write.forId ?? [])[0];
  const entry: AuditEntry = {
    key: stableKey('change', list, key, first.version, what),
    title: `${what}Record`,
    subjectKey: key,
    actorId,
    at,
    details: { list },
    origin,
    via,
    ...(forId === undefined ? {} : { forId }),
    changes: told.map(({ write }) => write.change),
  };
  const intended = told.map((one) => one.key);
  context.log.info({ list, via, changes: told.length }, 'changes of an act that never ended are in the audit trail');
  await appendToTrail(context, entry, intended);
}

/** Undefined: it did not take effect, or an entry of a repeat tells it. */
async function versionMade(
  context: Context,
  lists: readonly Definition[],
  { change, before, at, content }: IntendedWrite,
  entries: readonly AuditEntry[],
): Promise<string | undefined> {
  const definition = lists.find(({ name }) => name === change.list);
  if (!definition) return undefined;
  const since = entries
    .filter((entry) => entry.at >= at)
    .flatMap(({ changes = [] }) => changes)
    .filter(({ list, key }) => list === change.list && key === change.key);
  if (since.some((one) => isSame(one, change))) return undefined;
  const current: Current | undefined = await context.list(definition).fresh(change.key, 'background');
  if (change.what === 'create') return current && `${current.item.id}.1`;
  if (!before) return undefined;
  if (change.what === 'remove') return current?.item.id === before.id ? undefined : `${before.id}.${before.version}`;
  if (current?.item.id !== before.id) return undefined;
  // Each later version has an entry: this one, too, if it was made.
  const untold = etagNumber(current.item.etag) - before.version - since.filter((one) => one.what === 'change').length;
  if (untold <= 0) return undefined;
  const isHeld = contentOf(codecOf(definition), current, content?.columns ?? []).digest === content?.digest;
  const isHere = isHeld || since.some((one) => beganWith(one, change));
  return isHere ? `${before.id}.${before.version + 1}` : undefined;
}

const isSame = (one: RecordChange, other: RecordChange): boolean =>
  one.what === other.what && (one.what !== 'change' || JSON.stringify(one.fields) === JSON.stringify(other.fields));

/** Whether a later change found what this one wrote. */
const beganWith = ({ fields: later = [] }: RecordChange, { fields = [] }: RecordChange): boolean =>
  fields.some(({ field, after }) =>
    later.some((one) => one.field === field && JSON.stringify(one.before) === JSON.stringify(after)),
  );
