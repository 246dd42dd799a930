import { z } from 'zod';
import type { Context } from '../context.ts';
import { contextPart } from '../context-part.ts';
import { asAppError, inParallel, notWaitedFor, type Instant, type PersonId } from '../kernel/index.ts';
import { journalKind } from '../journal/index.ts';
import { isSetAside } from '../sharepoint/index.ts';
import { AuditEntries, origins, recordChange, type AuditEntry } from './audit-list.ts';

/** Entries durable in the journal but not yet in the list. */
const auditInJournal = journalKind<AuditEntry>(
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
  }),
);

/** Concurrent writes; the unit budget limits their rate. */
const writers = 4;

interface Waiting {
  entry: AuditEntry;
  durable: Promise<unknown>;
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

/** Resolves when the entry is durable; it is in the list soon after. Throws AppError `unavailable`. */
export async function appendToTrail(context: Context, entry: AuditEntry): Promise<void> {
  const { waiting } = trailOf(context);
  const known = waiting.get(entry.key);
  if (known) return void (await known.durable.catch(() => undefined));
  const one: Waiting = { entry, durable: context.journal.add(auditInJournal, entry.key, entry) };
  waiting.set(entry.key, one);
  try {
    await one.durable;
  } catch {
    // No durable storage but SharePoint itself.
    waiting.delete(entry.key);
    await context.list(AuditEntries).create(entry);
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

function write(context: Context, one: Waiting): Promise<void> {
  const trail = trailOf(context);
  trail.writing += 1;
  one.writing = (async () => {
    try {
      await one.durable;
      // A set-aside entry exists: the health page names it.
      if (!isSetAside(context.list(AuditEntries), one.entry.key))
        await context.list(AuditEntries).create(one.entry, 'background');
      trail.waiting.delete(one.entry.key);
      // One left in the journal is found in the list at the next start.
      context.journal.remove(auditInJournal, [one.entry.key]).catch(() => undefined);
    } finally {
      trail.writing -= 1;
      delete one.writing;
    }
  })();
  return one.writing;
}

/**
 * Writes all pending entries, including those of programs that have ended. Free when there are none. Throws the first AppError,
 * usually `unavailable`; nothing is lost then.
 */
export async function continueAudit(context: Context): Promise<void> {
  const trail = trailOf(context);
  for (const { key, data } of await context.journal.takeOver(auditInJournal))
    if (!trail.waiting.has(key)) trail.waiting.set(key, { entry: data, durable: Promise.resolve() });
  await inParallel(writers, [...trail.waiting.values()], (one) => one.writing ?? write(context, one));
}
