import type { Context } from '../context.ts';
import { stableKey, type Instant, type PersonId } from '../kernel/index.ts';
import { AuditEntries, type AuditEntry } from './audit-list.ts';

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

/**
 * Appends to the audit trail. The key comes from the act, so that a repeat after a crash adds nothing; one that is
 * known already costs no unit. 2 resource units otherwise, in the background lane. Throws AppError `unavailable`.
 */
export async function recordAct(context: Context, act: Act): Promise<void> {
  const key = auditKey(act);
  const entries = context.list(AuditEntries);
  if (entries.get(key)) return;
  const { actorId, at, subjectKey, details = {} } = act;
  await entries.create({ key, title: act.act, subjectKey, actorId, at, details }, 'background');
}
