import { recordAct, theProgram } from '../audit/index.ts';
import type { Context } from '../context.ts';
import { eachItem } from '../each-item.ts';
import { addDays, nowOf, todayOf } from '../kernel/index.ts';
import { Retention, type RetentionSetting } from './retention-list.ts';
import { retentionOf, type RetentionRow } from './retention-row.ts';

/** Most things (an item, or the file of a month) deleted in one night: 2,000 resource units in the background lane. */
export const mostInRun = 500;

/**
 * Deletes what exceeds its retention, of the enabled kinds; oldest first, the excess on later nights. The trail records
 * kinds and numbers before the deletion, and seals stay intact. Free when nothing is due. Throws AppError
 * `unavailable`.
 */
export async function deleteExpired(context: Context, most = mostInRun): Promise<void> {
  let left = most;
  const each = eachItem(context, 'retention');
  for (const row of retentionOf(context).rows) {
    const chosen = context.list(Retention).get(row.kind);
    if (left > 0 && chosen?.isOn) left -= await deleteOfKind(context, row, chosen, { most: left, each });
  }
  each.end();
}

interface Run {
  most: number;
  each: ReturnType<typeof eachItem>;
}
async function deleteOfKind(
  context: Context,
  row: RetentionRow,
  { days }: RetentionSetting,
  { most, each }: Run,
): Promise<number> {
  if (row.lists.some((list) => context.list(list).held() !== undefined)) return 0;
  const before = addDays(todayOf(context.clock), -Math.max(days, row.leastDays));
  const due = row.due(context, before).slice(0, Math.min(most, row.most ?? most));
  if (due.length === 0) return 0;
  const at = nowOf(context.clock);
  const records = due.reduce((sum, one) => sum + one.records, 0);
  await recordAct(context, {
    act: 'deleteExpired',
    subjectKey: row.kind,
    actorId: theProgram,
    at,
    occasion: at,
    details: { days, before, records, ...row.details?.(context, due) },
  });
  // Before the deletion, as in the trail: a kill in the middle leaves both.
  await context.list(Retention).update(row.kind, () => ({ lastRunAt: at, lastRunRecords: records }), 'background');
  await each.of(due, (one) => row.expire(context, one));
  return due.length;
}
