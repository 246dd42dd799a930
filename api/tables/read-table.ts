import { invalid } from '../kernel/index.ts';
import { isBusy, ownThread } from '../threads/index.ts';
import type { Lines } from './table-lines.ts';

/** A table as a person made it: numbers of rows are those of the file, with the headers in row 1. */
export interface Table {
  headers: readonly string[];
  rows: readonly { number: number; cells: readonly string[] }[];
}

const linesOf = ownThread<Uint8Array, Lines>(new URL('./table-worker.ts', import.meta.url), {
  milliseconds: 60_000,
  megabytes: 512,
});

/**
 * Reads the first sheet of an .xlsx, or a .csv (UTF-8, UTF-16 or Windows' Latin-1; comma, semicolon or tab; `sep=`), by
 * what the bytes are, not by the name. On a thread of its own: a large file takes seconds, in which people who press a
 * card must not wait. Throws AppError `invalid` (`tables.oldWorkbook`, `tables.unreadable`, `tables.tooLarge`,
 * `tables.empty`), unavailable `threads.busy`.
 */
export async function readTable(bytes: Uint8Array): Promise<Table> {
  const read = await linesOf(bytes).catch((thrown: unknown) => {
    if (isBusy(thrown)) throw thrown;
    return { problem: 'tooLarge' as const };
  });
  if ('problem' in read) throw invalid(`tables.${read.problem}`);
  const [headers = [], ...rest] = read.lines;
  const rows = rest
    .map((cells, index) => ({ number: index + 2, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (headers.every((header) => header.trim() === '')) throw invalid('tables.empty');
  return { headers: headers.map((header) => header.trim()), rows };
}
