import { Worker } from 'node:worker_threads';
import { invalid } from '../kernel/index.ts';
import type { Lines } from './table-lines.ts';

/** A table as a person made it: numbers of rows are those of the file, with the headers in row 1. */
export interface Table {
  headers: readonly string[];
  rows: readonly { number: number; cells: readonly string[] }[];
}

/** A small archive can hold a very large sheet; it must not take the program with it. */
const threadLimits = { maxOldGenerationSizeMb: 512 };
const longest = 60_000;

/**
 * Reads the first sheet of an .xlsx, or a .csv (UTF-8, UTF-16 or Windows' Latin-1; comma, semicolon or tab; `sep=`), by
 * what the bytes are, not by the name. On a thread of its own: a large file takes seconds, in which people who press a
 * card must not wait. Throws AppError `invalid` (`tables.oldWorkbook`, `tables.unreadable`, `tables.tooLarge`,
 * `tables.empty`).
 */
export async function readTable(bytes: Uint8Array): Promise<Table> {
  const read = await onThread(bytes);
  if ('problem' in read) throw invalid(`tables.${read.problem}`);
  const [headers = [], ...rest] = read.lines;
  const rows = rest
    .map((cells, index) => ({ number: index + 2, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (headers.every((header) => header.trim() === '')) throw invalid('tables.empty');
  return { headers: headers.map((header) => header.trim()), rows };
}

async function onThread(bytes: Uint8Array): Promise<Lines> {
  const worker = new Worker(new URL('./table-worker.ts', import.meta.url), {
    workerData: bytes,
    resourceLimits: threadLimits,
  });
  const timer = setTimeout(() => void worker.terminate(), longest);
  try {
    return await new Promise<Lines>((resolve, reject) => {
      worker.once('message', (lines: Lines) => resolve(lines));
      worker.once('error', () => reject(invalid('tables.tooLarge')));
      worker.once('exit', () => reject(invalid('tables.tooLarge')));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
