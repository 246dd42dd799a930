import { recordAct, theProgram } from '../audit/index.ts';
import type { Context } from '../context.ts';
import { eachItem } from '../each-item.ts';
import { addDays, nowOf, todayOf } from '../kernel/index.ts';
import { Retention, type RetentionSetting } from './retention-list.ts';
import { retentionOf, type RetentionRow } from './retention-row.ts';

/** Things (an item, or the file of a month) that one night deletes at most: 2,000 resource units in the background lane. */
export const mostInRun = 500;

/**
 * Deletes what has been kept for longer than chosen, of the kinds that are switched on; the oldest first, and what is too much for one
 * night the next one. What is deleted stands in the trail by kind and number before it is, and no seal is touched. Costs nothing when nothing
 * is due. Throws AppError `unavailable`.
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
  await each.of(due, (one) => row.expire(context, one));
  await context.list(Retention).update(row.kind, () => ({ lastRunAt: at, lastRunRecords: records }), 'background');
  return due.length;
}
