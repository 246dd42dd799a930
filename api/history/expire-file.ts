import type { Context } from '../context.ts';
import { AppError, nowOf, type LocalDate } from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { ClosedMonths, type ClosedMonth } from './closed-month-list.ts';
import { everyPartOf } from './closed-months.ts';

/** Files of a list whose whole month precedes a day, oldest first, without gaps: deletion is continuous. */
export function expiredFiles(context: Context, list: string, before: LocalDate): Stored<ClosedMonth>[] {
  const files: Stored<ClosedMonth>[] = [];
  for (const file of everyPartOf(context, list)) {
    // A file still being written waits until the next night.
    if (file.month >= before.slice(0, file.month.length) || file.state === 'removing') break;
    if (file.expiredAt === undefined) files.push(file);
  }
  return files;
}

/**
 * Deletes an expired file, into SharePoint's recycle bin. The month's record stays and says so: reads of it are
 * refused, totals counted from it remain. Idempotent. 4 resource units. Throws AppError `unavailable`.
 */
export async function expireFile(context: Context, file: Pick<ClosedMonth, 'key' | 'fileId'>): Promise<void> {
  try {
    await context.documents.remove(file.fileId);
  } catch (thrown) {
    // Deleted already, by hand or before a kill.
    if (!(thrown instanceof AppError) || thrown.kind !== 'missing') throw thrown;
  }
  const expired = { expiredAt: nowOf(context.clock), problem: undefined };
  await context.list(ClosedMonths).update(file.key, (now) => (now.expiredAt ? undefined : expired), 'background');
}
