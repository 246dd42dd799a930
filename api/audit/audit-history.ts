import type { Context } from '../context.ts';
import { closedThrough, historyRow, monthOf, type HistoryRow } from '../history/index.ts';
import { addDays, localDate, todayOf, type Instant } from '../kernel/index.ts';
import { AuditEntries } from './audit-list.ts';
import { continueAudit } from './trail.ts';

/** Followers of the trail read new entries only; a crash loses minutes, not weeks. */
const lookBackDays = 31;

interface Given {
  /** Appends missing entries of every feature. */
  settle(context: Context): Promise<void>;
  /** The item id that all followers of the trail have reached. */
  reached(context: Context): number;
}

/** The audit trail as history, by month of the act. */
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
 * Whether an act's month has been closed. Its entry is then in the month's file: features that repeatedly append old
 * acts must not restore it.
 */
export function isInHistory(context: Context, { at }: { at: Instant }): boolean {
  // Present acts are always appended, also when a clock set back makes today a closed month.
  if (localDate(at) >= addDays(todayOf(context.clock), -lookBackDays)) return false;
  const through = closedThrough(context, AuditEntries.name);
  return through !== undefined && monthOf(at) <= through;
}
