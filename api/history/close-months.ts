import type { Context } from '../context.ts';
import { asAppError, inParallel, nowOf, stableKey } from '../kernel/index.ts';
import { nextFree, type Stored } from '../sharepoint/index.ts';
import { ClosedMonths, type ClosedMonth } from './closed-month-list.ts';
import { partsOfMonth } from './closed-months.ts';
import { historyRows, type HistoryRow, type Leaving, type Month } from './history-row.ts';
import { monthFile } from './month-file.ts';
import type { HistoryItem } from './month-format.ts';
import { isDamage, openFile, openKept } from './open-file.ts';
import { setImmediate as breath } from 'node:timers/promises';

/** Folder in the library; a subfolder per list. */
const historyFolder = 'Historik';

/** Most items in one file, and removed in one run of the job. */
export interface ClosingLimits {
  itemsInFile: number;
  charactersInFile: number;
  itemsInRun: number;
}
const usual: ClosingLimits = { itemsInFile: 20_000, charactersInFile: 32_000_000, itemsInRun: 20_000 };
/** Concurrent removals; the unit budget limits their rate. */
const together = 4;

/**
 * Closes months that no rule looks back to: writes them as files, reads each back, records it, and only then removes
 * the file's items. Safe to interrupt and repeat: continues where it ended. An item changed since the write stays, for
 * a later part. At most `itemsInRun` items a run, in the background lane: 2 resource units an item, and about 10 a
 * file. Returns the number removed. Throws AppError `unavailable`.
 */
export async function closeMonths(context: Context, limits: Partial<ClosingLimits> = {}): Promise<number> {
  const { itemsInRun, ...size } = { ...usual, ...limits };
  let left = 0;
  for (const row of historyRows(context)) {
    for (const file of context.list(ClosedMonths).all())
      if (file.list === row.list && file.state === 'removing') left += await finish(context, row, file);
    if (left >= itemsInRun || (await row.due(context)).size === 0) continue;
    await row.settle(context);
    for (const [month, due] of await row.due(context)) {
      const items = await sideBySide(due);
      for (let from = 0; from < items.length && left < itemsInRun;) {
        const some = items.slice(from, from + Math.min(size.itemsInFile, itemsInRun - left));
        const taken = await closePart(context, row, month, some, size.charactersInFile);
        from += taken;
        left += taken;
      }
      if (left >= itemsInRun) break;
    }
  }
  return left;
}

const partKey = (list: string, month: Month, part: number): string => stableKey(list, month, String(part));
const nextPart = (context: Context, list: string, month: Month): number =>
  nextFree(
    context.list(ClosedMonths),
    (part) => partKey(list, month, part),
    partsOfMonth(context, list, month).map(({ part }) => part),
  );

/** Writes one file, reads it back, records it, and removes its items from the list. Returns their number. */
async function closePart(
  context: Context,
  row: HistoryRow,
  month: Month,
  leaving: readonly Leaving[],
  mostCharacters: number,
): Promise<number> {
  const part = nextPart(context, row.list, month);
  const { items, bytes, hash, rawBytes } = await monthFile({ list: row.list, month, part }, leaving, mostCharacters);
  // Other items get another name, so that a recorded file is never overwritten.
  const path = `${historyFolder}/${row.list}/${month}-${part}-${hash.slice(0, 12)}.jsonl.gz`;
  const stored = await context.documents.upload(path, bytes, { lane: 'background' });
  const file = { list: row.list, month, part, fileId: stored.id, hash, items: items.length };
  await openFile(context, file, { namesOnly: true }, 'background');
  await row.leave(context, leaving.slice(0, items.length), part);
  const { record, existed } = await context.list(ClosedMonths).create(
    {
      key: partKey(row.list, month, part),
      title: `${row.list} ${month} (${part})`,
      ...file,
      state: 'removing',
      path,
      bytes: bytes.length,
      rawBytes,
      closedAt: nowOf(context.clock),
    },
    'background',
  );
  // Another instance closes the same month and removes these items.
  if (!existed) await removeAll(context, row, record, items);
  return items.length;
}

/** Continues the removal after a crash. Removes nothing unless the file reads back as written. */
async function finish(context: Context, row: HistoryRow, file: Stored<ClosedMonth>): Promise<number> {
  try {
    const items = await openKept(context, file, { namesOnly: true }, 'background');
    await removeAll(context, row, file, items);
    return items.length;
  } catch (thrown) {
    if (isDamage(asAppError(thrown).code)) return 0;
    throw thrown;
  }
}

async function removeAll(
  context: Context,
  row: HistoryRow,
  { key }: ClosedMonth,
  items: readonly Pick<HistoryItem, 'id' | 'etag'>[],
): Promise<void> {
  await inParallel(together, items, async (item) => void (await row.remove(context, item)));
  await context.list(ClosedMonths).update(key, () => ({ state: 'closed' }), 'background');
}

/** Names sorted per slice: a few milliseconds. */
const atOnce = 5_000;

/** Sorts items so that related ones are in one file, or in two consecutive ones; in slices. */
async function sideBySide(items: readonly Leaving[]): Promise<readonly Leaving[]> {
  if (!items[0]?.together) return items;
  const groups = Map.groupBy(items, ({ together }) => together?.group ?? '');
  const sorted: Leaving[] = [];
  for (const name of await inOrder([...groups.keys()])) {
    const group = Map.groupBy(groups.get(name) ?? [], ({ together }) => together?.within ?? '');
    for (const within of await inOrder([...group.keys()]))
      for (const item of group.get(within) ?? []) sorted.push(item);
    await breath();
  }
  return sorted;
}

/** Sorts in parts; the final sort of presorted parts is nearly linear. */
async function inOrder(names: readonly string[]): Promise<string[]> {
  const parts: string[] = [];
  for (let from = 0; from < names.length; from += atOnce) {
    for (const name of names.slice(from, from + atOnce).sort()) parts.push(name);
    await breath();
  }
  return parts.sort();
}
