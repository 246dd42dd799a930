import { setImmediate as breath } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type { Context } from '../context.ts';
import { contextPart } from '../context-part.ts';
import { codecOf, type ListDefinition, type Stored } from '../sharepoint/index.ts';
import { conflict } from '../kernel/index.ts';
import { partsOfMonth } from './closed-months.ts';
import type { Month } from './history-row.ts';
import type { HistoryItem } from './month-format.ts';
import { openKept, type Choice } from './open-file.ts';

/** Characters of recently read records cached for further pages. */
const mostCached = 24_000_000;
const mostAnswers = 200;

/** An estimate: items of one list are alike, and serialising all takes as long as reading them. */
function charactersOf(items: readonly HistoryItem[]): number {
  const some = items.slice(0, 100);
  return 1 + Math.ceil((JSON.stringify(some).length * items.length) / Math.max(1, some.length));
}

interface Reading {
  kept: LRUCache<string, readonly HistoryItem[]>;
  /** Concurrent reads of the same file share one. */
  underWay: Map<string, Promise<readonly HistoryItem[]>>;
}
const readings = contextPart<Reading>('history/readMonth');
function readingOf(context: Context): Reading {
  const known = readings.get(context) ?? {
    kept: new LRUCache<string, readonly HistoryItem[]>({
      max: mostAnswers,
      maxSize: mostCached,
      sizeCalculation: charactersOf,
    }),
    underWay: new Map(),
  };
  readings.set(context, known);
  return known;
}

/** Items converted per slice: about ten milliseconds. */
const atOnce = 500;

/**
 * Records of a closed month, all or those with one column value; none when the month is not closed. `parts` where the
 * files are known. Of a record in two files the later is returned. Reads on a worker thread and caches recent reads. 1
 * resource unit per uncached file. Throws AppError: conflict `history.expired` for a deleted file, `history.fileGone`,
 * `history.fileChanged`, unavailable.
 */
export async function closedRecords<R extends { key: string }>(
  context: Context,
  definition: ListDefinition<R>,
  month: Month,
  where?: Choice['where'],
  parts?: readonly number[],
): Promise<Stored<R>[]> {
  const codec = codecOf(definition);
  for (;;) {
    const files = partsOfMonth(context, definition.name, month);
    const found = new Map<string, Stored<R>>();
    let made = 0;
    for (const file of files) {
      if (parts && !parts.includes(file.part)) continue;
      if (file.expiredAt !== undefined) throw conflict('history.expired', { list: definition.name, month });
      for (const { fields, ...item } of await itemsOf(context, file, where)) {
        made += 1;
        if (made % atOnce === 0) await breath();
        const decoded = codec.decode(fields);
        if ('record' in decoded) found.set(decoded.record.key, { ...decoded.record, item });
        else
          context.log.warn(
            { list: definition.name, itemId: item.id, code: 'unreadableItem' },
            'an item of history does not parse',
          );
      }
    }
    // Items closed during the read are in a file not known at its start.
    if (partsOfMonth(context, definition.name, month).length === files.length) return [...found.values()];
  }
}

async function itemsOf(
  context: Context,
  file: Parameters<typeof openKept>[1],
  where: Choice['where'],
): Promise<readonly HistoryItem[]> {
  const { kept, underWay } = readingOf(context);
  const name = JSON.stringify([file.hash, where]);
  const known = kept.get(name) ?? underWay.get(name);
  if (known) return known;
  const reading = openKept(context, file, where ? { where } : {}).finally(() => underWay.delete(name));
  underWay.set(name, reading);
  const items = await reading;
  kept.set(name, items);
  return items;
}
