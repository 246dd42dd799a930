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

/** Characters of what was read lately and is kept for the next page of it. */
const mostKept = 24_000_000;
const mostAnswers = 200;

/** About: items of one list are alike, and to write all of them out takes as long as to read them. */
function charactersOf(items: readonly HistoryItem[]): number {
  const some = items.slice(0, 100);
  return 1 + Math.ceil((JSON.stringify(some).length * items.length) / Math.max(1, some.length));
}

interface Reading {
  kept: LRUCache<string, readonly HistoryItem[]>;
  /** Whoever asks for the same meanwhile waits for the same. */
  underWay: Map<string, Promise<readonly HistoryItem[]>>;
}
const readings = contextPart<Reading>('history/readMonth');
function readingOf(context: Context): Reading {
  const known = readings.get(context) ?? {
    kept: new LRUCache<string, readonly HistoryItem[]>({
      max: mostAnswers,
      maxSize: mostKept,
      sizeCalculation: charactersOf,
    }),
    underWay: new Map(),
  };
  readings.set(context, known);
  return known;
}

/** Items made into records without a breath: about ten milliseconds. */
const atOnce = 500;

/**
 * Records of a month that has left its list, those of one value of a column or all; none when the month is not closed.
 * `parts` where it is known which files hold them. Of a record in two files the later is given. Reads on a thread of its own and keeps what was read lately. 1 resource unit
 * a file that is not kept. Throws AppError: conflict `history.expired` where its time is over, `history.fileGone`,
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
        else context.log.warn({ list: definition.name, itemId: item.id }, 'an item of history does not parse');
      }
    }
    // What left the list while this was read stands in a file that was not there yet.
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
