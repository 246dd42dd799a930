import { createHash } from 'node:crypto';
import { setImmediate as breath } from 'node:timers/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { digest } from '../kernel/index.ts';
import type { HistoryItem } from './month-format.ts';

const compress = promisify(gzip);

/** The items of a file. */
export interface MonthName {
  list: string;
  month: string;
  part: number;
}
export interface MonthFile {
  items: readonly HistoryItem[];
  bytes: Uint8Array;
  /** SHA-256 of `bytes`, hex. */
  hash: string;
  rawBytes: number;
}

/** Characters written per slice: a few milliseconds. */
const atOnce = 500_000;

/**
 * One month, or a part of it, as a file: gzip of JSON lines, the first with list, month, part, format version, count
 * and SHA-256 of the other lines. Takes as many items as fit. The same items give the same bytes. Compressed off the
 * main thread; in slices.
 */
export async function monthFile(
  name: MonthName,
  leaving: readonly { item(): HistoryItem }[],
  mostCharacters: number,
): Promise<MonthFile> {
  const hash = createHash('sha256');
  const lines: Buffer[] = [];
  const items: HistoryItem[] = [];
  let characters = 0;
  let sinceBreath = 0;
  for (const one of leaving) {
    const item = one.item();
    const line = `${JSON.stringify(item)}\n`;
    characters += line.length;
    if (characters > mostCharacters && items.length > 0) break;
    const written = Buffer.from(line, 'utf8');
    hash.update(written);
    lines.push(written);
    items.push(item);
    sinceBreath += line.length;
    if (sinceBreath < atOnce) continue;
    sinceBreath = 0;
    await breath();
  }
  const head = { format: 'history', version: 1, ...name, items: items.length, sha256: hash.digest('hex') };
  const raw = Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`, 'utf8'), ...lines]);
  const bytes = new Uint8Array(await compress(raw));
  return { items, bytes, hash: digest(bytes), rawBytes: raw.length };
}
