import type { Context } from '../context.ts';
import { stableKey, type Instant, type PersonId } from '../kernel/index.ts';
import { isSetAside } from '../sharepoint/index.ts';
import { noteOfAct } from './act-under-way.ts';
import { isInHistory } from './audit-history.ts';
import { AuditEntries, type AuditEntry } from './audit-list.ts';
import { appendToTrail, isPending, pendingEntries } from './trail.ts';

export interface Act {
  /** The verb, e.g. `publishPolicy`. */
  act: string;
  subjectKey: string;
  actorId: PersonId;
  at: Instant;
  /** Ids and values, never people's names or free text. */
  details?: AuditEntry['details'];
  /** Distinguishes repeatable acts on the same thing. */
  occasion?: string;
}

export const auditKey = ({ act, subjectKey, occasion }: Pick<Act, 'act' | 'subjectKey' | 'occasion'>): string =>
  stableKey(act, subjectKey, ...(occasion === undefined ? [] : [occasion]));

/** The trail entry of an act. */
export const entryOf = (act: Act): AuditEntry => {
  const { actorId, at, subjectKey, details = {} } = act;
  return { key: auditKey(act), title: act.act, subjectKey, actorId, at, details };
};

/**
 * Appends to the audit trail. Resolves when the entry is durable in the journal, without waiting for SharePoint, which
 * follows (2 resource units in the background lane). The key derives from the act, so that a repeat after a crash adds
 * nothing; known entries are free, and so are those of a closed month: missing ones were appended before closing.
 * Without the journal it is written at once. Throws AppError `unavailable`.
 */
export async function recordAct(context: Context, act: Act): Promise<void> {
  const entry = entryOf(act);
  const entries = context.list(AuditEntries);
  if (entries.get(entry.key) || isSetAside(entries, entry.key) || isInHistory(context, act)) return;
  const note = isPending(context, entry.key) ? undefined : noteOfAct(act.subjectKey);
  await appendToTrail(context, { ...entry, ...note?.told }, note?.intended);
}

type Recorded = Pick<Act, 'act' | 'subjectKey' | 'occasion'>;

/** The entry of an act that was recorded before: in the list, or on its way there. Throws AppError `unavailable`. */
export const recordedEntry = (context: Context, act: Recorded): Promise<AuditEntry | undefined> =>
  firstRecorded(context, [act]);

/** The same of the first of several that was recorded. */
export async function firstRecorded(context: Context, acts: readonly Recorded[]): Promise<AuditEntry | undefined> {
  const keys = acts.map(auditKey);
  const entries = context.list(AuditEntries);
  for (const key of keys) {
    const entry = entries.get(key);
    if (entry) return entry;
  }
  return keys.length === 0 ? undefined : (await pendingEntries(context)).find(({ key }) => keys.includes(key));
}
