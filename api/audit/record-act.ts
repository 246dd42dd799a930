import type { Context } from '../context.ts';
import { stableKey, type Instant, type PersonId } from '../kernel/index.ts';
import { isSetAside } from '../sharepoint/index.ts';
import { noteOfAct } from './act-under-way.ts';
import { isInHistory } from './audit-history.ts';
import { AuditEntries, type AuditEntry } from './audit-list.ts';
import { appendToTrail } from './trail.ts';

export interface Act {
  /** The verb, e.g. `publishPolicy`. */
  act: string;
  subjectKey: string;
  actorId: PersonId;
  at: Instant;
  /** Ids and values, never names or free text of people. */
  details?: AuditEntry['details'];
  /** Tells acts apart that may be done to the same thing more than once. */
  occasion?: string;
}

export const auditKey = ({ act, subjectKey, occasion }: Pick<Act, 'act' | 'subjectKey' | 'occasion'>): string =>
  stableKey(act, subjectKey, ...(occasion === undefined ? [] : [occasion]));

/** How an act stands in the trail, by itself. */
export const entryOf = (act: Act): AuditEntry => {
  const { actorId, at, subjectKey, details = {} } = act;
  return { key: auditKey(act), title: act.act, subjectKey, actorId, at, details };
};

/**
 * Appends to the audit trail. Resolves when the entry is durable in the journal: nobody waits for SharePoint, where it
 * stands soon after (2 resource units in the background lane). The key comes from the act, so that a repeat after a crash
 * adds nothing; one that is known already costs nothing, and neither does
 * one of a month that has left the list: before it leaves, what a crash left out has been appended. Where the journal is away it is written at once. Throws AppError
 * `unavailable`.
 */
export async function recordAct(context: Context, act: Act): Promise<void> {
  const entry = entryOf(act);
  const entries = context.list(AuditEntries);
  if (entries.get(entry.key) || isSetAside(entries, entry.key) || isInHistory(context, act)) return;
  await appendToTrail(context, { ...entry, ...noteOfAct(act.subjectKey) });
}
