import type { Context } from '../context.ts';
import { closedThrough, historyRow, monthOf, type HistoryRow } from '../history/index.ts';
import { addDays, localDate, todayOf, type Instant } from '../kernel/index.ts';
import { AuditEntries } from './audit-list.ts';
import { continueAudit } from './trail.ts';

/** Followers of the trail look at new entries only; a crash leaves out what was done in the last minutes, not weeks. */
const lookBackDays = 31;

interface Given {
  /** Appends all that a crash left out, of every feature. */
  settle(context: Context): Promise<void>;
  /** The item id up to which all followers of the trail have come. */
  reached(context: Context): number;
}

/** The audit trail as history, by the month in which something was done. */
export const auditHistory = ({ settle, reached }: Given): HistoryRow =>
  historyRow({
    list: AuditEntries,
    lookBack: () => lookBackDays,
    monthOf:
      () =>
      ({ at }) =>
        monthOf(at),
    settle: async (context) => {
      await settle(context);
      await continueAudit(context);
    },
    reached,
  });

/**
 * Whether an act was done in a month that has left the list. It stands in that month's file then: features that append
 * again and again what their records say of long ago must not bring it back.
 */
export function isInHistory(context: Context, { at }: { at: Instant }): boolean {
  // What is done now is appended whatever else is away, also when a clock that was set back makes today a closed month.
  if (localDate(at) >= addDays(todayOf(context.clock), -lookBackDays)) return false;
  const through = closedThrough(context, AuditEntries.name);
  return through !== undefined && monthOf(at) <= through;
}
