import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import type { MonthName } from './month-file.ts';
import { historyItem, monthHead, type HistoryItem } from './month-format.ts';

export interface ReadMonth extends MonthName {
  bytes: Uint8Array;
  /** Expected SHA-256 of the file, hex. */
  hash: string;
  items: number;
  /** Only items whose SharePoint column holds one of these; absent: all. */
  where?: { column: string; values: readonly string[] };
  /** Without their fields. */
  namesOnly?: true;
}
/** `changed`: other bytes than were written. */
export type MonthRead = { items: HistoryItem[] } | { problem: 'changed' };

/** Several times the largest file: a small archive can hold a very large one. */
const mostUnpacked = 200_000_000;
const newline = 10;

/** Runs on a worker thread: compares hashes, unpacks, and returns the requested items. */
export function work({ bytes, hash, where, namesOnly, ...name }: ReadMonth): MonthRead {
  if (sha256(bytes) !== hash) return { problem: 'changed' };
  const raw = gunzipSync(bytes, { maxOutputLength: mostUnpacked });
  const begins = raw.indexOf(newline) + 1;
  const head = monthHead.parse(JSON.parse(raw.toString('utf8', 0, begins)));
  const isMeant = head.list === name.list && head.month === name.month && head.part === name.part;
  const body = raw.subarray(begins);
  if (!isMeant || head.items !== name.items || sha256(body) !== head.sha256) return { problem: 'changed' };
  const items: HistoryItem[] = [];
  let count = 0;
  for (let from = 0; from < body.length;) {
    const to = body.indexOf(newline, from);
    const item = historyItem.parse(JSON.parse(body.toString('utf8', from, to)));
    from = to + 1;
    count += 1;
    if (where && !where.values.includes(String(item.fields[where.column]))) continue;
    items.push(namesOnly ? { ...item, fields: {} } : item);
  }
  return count === head.items ? { items } : { problem: 'changed' };
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
