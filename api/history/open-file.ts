import type { Context } from '../context.ts';
import { asAppError, conflict, nowOf } from '../kernel/index.ts';
import type { Lane, Stored } from '../sharepoint/index.ts';
import { ownThread } from '../threads/index.ts';
import { ClosedMonths, type ClosedMonth } from './closed-month-list.ts';
import type { HistoryItem } from './month-format.ts';
import type { MonthRead, ReadMonth } from './month-worker.ts';

const read = ownThread<ReadMonth, MonthRead>(new URL('./month-worker.ts', import.meta.url), {
  milliseconds: 60_000,
  megabytes: 768,
});

export type Choice = Pick<ReadMonth, 'where' | 'namesOnly'>;
type Name = Pick<ClosedMonth, 'list' | 'month' | 'part' | 'fileId' | 'hash' | 'items'>;

/**
 * All or the requested items of an unchanged file: hash, list, month and count are checked. On a worker thread. 1
 * resource unit. Throws AppError: conflict `history.fileGone` and `history.fileChanged` {list, month}, unavailable.
 */
export async function openFile(context: Context, file: Name, choice: Choice = {}, lane: Lane = 'interactive') {
  const { list, month, part, fileId, hash, items } = file;
  const about = { list, month };
  const bytes = await context.documents.download(fileId, { lane }).catch((thrown: unknown) => {
    if (asAppError(thrown).kind === 'missing') throw conflict('history.fileGone', about);
    throw thrown;
  });
  const found = await read({ ...about, part, bytes, hash, items, ...choice });
  if ('problem' in found) throw conflict('history.fileChanged', about);
  return found.items;
}

/** The same for a recorded file: its state, damaged or not, is saved for the page _Drift_. */
export async function openKept(
  context: Context,
  file: Stored<ClosedMonth>,
  choice: Choice = {},
  lane: Lane = 'interactive',
): Promise<HistoryItem[]> {
  try {
    const items = await openFile(context, file, choice, lane);
    if (file.problem !== undefined) await noteState(context, file.key, undefined, lane);
    return items;
  } catch (thrown) {
    const { code } = asAppError(thrown);
    if (isDamage(code)) {
      context.log.error(
        { list: file.list, month: file.month, path: file.path, code },
        'a file of history is not readable',
      );
      if (file.problem !== code) await noteState(context, file.key, code, lane);
    }
    throw thrown;
  }
}

export const isDamage = (code: string): boolean => code === 'history.fileGone' || code === 'history.fileChanged';

/** 2 resource units. */
export const noteState = (
  context: Context,
  key: string,
  problem: string | undefined,
  lane: Lane = 'background',
): Promise<unknown> =>
  context.list(ClosedMonths).update(key, () => ({ checkedAt: nowOf(context.clock), problem }), lane);
