import { z } from 'zod';
import { inSlices, invalid } from '../../kernel/index.ts';
import { isBusy, ownThread } from '../../threads/index.ts';
import type { Problem, TableParts, TableWork } from './table-worker.ts';

/** An uploaded table: row numbers are those of the file, with the headers in row 1. */
export interface Table {
  headers: readonly string[];
  rows: readonly { number: number; cells: readonly string[] }[];
}

const tableOf = ownThread<TableWork, TableParts | { problem: Problem }>(new URL('./table-worker.ts', import.meta.url), {
  milliseconds: 60_000,
  megabytes: 512,
});
const rowsOfPart = z.array(z.object({ number: z.number(), cells: z.array(z.string()) }));
const decoder = new TextDecoder();

/** Twice the people of the largest municipality. */
const usualRows = 100_000;

/**
 * Reads the first sheet of an .xlsx, or a .csv (UTF-8, UTF-16 or Windows' Latin-1; comma, semicolon or tab; `sep=`), by
 * content, not by name. Cells are cleaned as texts of requests are (`cleanText`). On a worker thread, and parsed in
 * slices: a large file takes seconds, which would block card presses. Throws AppError `invalid` (`tables.oldWorkbook`,
 * `tables.unreadable`, `tables.tooLarge`, `tables.tooManyColumns`, `tables.empty`), unavailable `threads.busy`.
 */
export async function readTable(bytes: Uint8Array, mostRows: number = usualRows): Promise<Table> {
  const read = await tableOf({ bytes, mostRows }).catch((thrown: unknown) => {
    if (isBusy(thrown)) throw thrown;
    return { problem: 'tooLarge' as const };
  });
  if ('problem' in read) throw invalid(`tables.${read.problem}`);
  const rows: z.output<typeof rowsOfPart> = [];
  await inSlices(read.parts, (part) => void rows.push(...rowsOfPart.parse(JSON.parse(decoder.decode(part)))));
  return { headers: read.headers, rows };
}
