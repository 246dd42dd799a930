import { z } from 'zod';
import type { Context } from '../context.ts';
import { contextPart } from '../context-part.ts';
import { asAppError, inParallel, notWaitedFor, type Instant, type PersonId } from '../kernel/index.ts';
import { journalKind } from '../journal/index.ts';
import { isSetAside } from '../sharepoint/index.ts';
import { AuditEntries, origins, recordChange, type AuditEntry } from './audit-list.ts';
import { forget, leaveUnsettled } from './intended-writes.ts';

/** An entry, and the keys of the intended writes that it tells. */
interface PendingEntry extends AuditEntry {
  intended?: readonly string[] | undefined;
}

/** Entries durable in the journal but not yet in the list. */
const auditInJournal = journalKind<PendingEntry>(
  'audit',
  z.object({
    key: z.string(),
    title: z.string(),
    subjectKey: z.string(),
    actorId: z.string().transform((id) => id as PersonId),
    at: z.string().transform((at) => at as Instant),
    details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    origin: z.enum(origins).optional(),
    via: z.string().optional(),
    forId: z
      .string()
      .transform((id) => id as PersonId)
      .optional(),
    changes: z.array(recordChange).optional(),
    intended: z.array(z.string()).optional(),
  }),
);

/** Concurrent writes; the unit budget limits their rate. */
const writers = 4;

interface Waiting {
  entry: AuditEntry;
  durable: Promise<unknown>;
  /** Of the changes that it tells. */
  intended: readonly string[];
  /** Being written to the list. */
  writing?: Promise<void>;
}
interface Trail {
  waiting: Map<string, Waiting>;
  writing: number;
}
const trails = contextPart<Trail>('audit/trail');
function trailOf(context: Context): Trail {
  const known = trails.get(context) ?? { waiting: new Map(), writing: 0 };
  trails.set(context, known);
  return known;
}

/** Whether an entry with this key is on its way to the list. */
export const isPending = (context: Context, key: string): boolean => trailOf(context).waiting.has(key);

/** Entries on their way to the list, of all programs. Throws AppError `unavailable`. */
export const pendingEntries = async (context: Context): Promise<PendingEntry[]> =>
  (await context.journal.all(auditInJournal)).map(({ data }) => data);

/**
 * Resolves when the entry is durable; it is in the list soon after. `intended`: keys of the changes that it tells.
 * Throws AppError `unavailable`.
 */
export async function appendToTrail(
  context: Context,
  entry: AuditEntry,
  intended: readonly string[] = [],
): Promise<void> {
  const { waiting } = trailOf(context);
  const known = waiting.get(entry.key);
  if (known) {
    forget(context, intended);
    return void (await known.durable.catch(() => undefined));
  }
  const pending = intended.length === 0 ? entry : { ...entry, intended };
  const one: Waiting = { entry, intended, durable: context.journal.add(auditInJournal, entry.key, pending) };
  waiting.set(entry.key, one);
  try {
    await one.durable;
  } catch {
    // No durable storage but SharePoint itself.
    waiting.delete(entry.key);
    try {
      await context.list(AuditEntries).create(entry);
      forget(context, intended);
    } catch (thrown) {
      leaveUnsettled(context, intended);
      throw thrown;
    }
    return;
  }
  notWaitedFor(() => writeOn(context));
}

/** Starts possible writes; each completion starts the next. After a failure it pauses until the job runs. */
function writeOn(context: Context): void {
  const trail = trailOf(context);
  for (const one of trail.waiting.values()) {
    if (trail.writing >= writers) return;
    if (one.writing) continue;
    write(context, one).then(
      () => writeOn(context),
      (thrown: unknown) => context.log.warn({ code: asAppError(thrown).code }, 'audit trail is written later'),
    );
  }
}

/** A repeat's entry has the same key, and none of the changes when it found nothing left to do. */
function tells({ changes: told = [] }: AuditEntry, { changes = [] }: AuditEntry): boolean {
  const texts = new Set(told.map((change) => JSON.stringify(change)));
  return changes.every((change) => texts.has(JSON.stringify(change)));
}

function write(context: Context, one: Waiting): Promise<void> {
  const trail = trailOf(context);
  trail.writing += 1;
  one.writing = (async () => {
    try {
      await one.durable;
      // A set-aside entry exists: the health page names it.
      const made = isSetAside(context.list(AuditEntries), one.entry.key)
        ? undefined
        : await context.list(AuditEntries).create(one.entry, 'background');
      trail.waiting.delete(one.entry.key);
      // The entry last: while it is there, its writes are known to be told. One that stays is found in the list.
      if (made?.existed && !tells(made.record, one.entry)) leaveUnsettled(context, one.intended);
      else forget(context, one.intended);
      context.journal.remove(auditInJournal, [one.entry.key]).catch(() => undefined);
    } finally {
      trail.writing -= 1;
      delete one.writing;
    }
  })();
  return one.writing;
}

/**
 * Writes all pending entries, including those of programs that have ended. Free when there are none. Throws the first
 * AppError, usually `unavailable`; nothing is lost then.
 */
export async function continueAudit(context: Context): Promise<void> {
  const trail = trailOf(context);
  for (const { key, data } of await context.journal.takeOver(auditInJournal)) {
    const { intended = [], ...entry } = data;
    if (!trail.waiting.has(key)) trail.waiting.set(key, { entry, intended, durable: Promise.resolve() });
  }
  await inParallel(writers, [...trail.waiting.values()], (one) => one.writing ?? write(context, one));
}
