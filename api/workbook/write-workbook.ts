import { ownThread } from '../threads/index.ts';

/** One sheet: its first row is the header and stays in sight. Widths are in characters. */
export interface Sheet {
  name: string;
  rows: (string | number)[][];
  widths: number[];
  /** Long texts go on in the next line, and the sheet prints across: for texts that people have written. */
  wrap?: true;
}

/** A workbook with the name it is downloaded under. */
export interface Workbook {
  fileName: string;
  bytes: Uint8Array;
}

const write = ownThread<readonly Sheet[], Uint8Array>(new URL('./workbook-worker.ts', import.meta.url), {
  milliseconds: 120_000,
  megabytes: 1_024,
});

/**
 * An Excel workbook of plain texts and numbers, named after what is in it. Written on a thread of its own: 50,000 rows
 * take seconds, in which people who press a card must not wait. Rejects with what went wrong on the thread.
 */
export const workbook = async (name: string, sheets: readonly Sheet[]): Promise<Workbook> => ({
  fileName: `${name.replace(/[^\p{L}\p{N}. -]/gu, '')}.xlsx`,
  bytes: await write(sheets),
});

/**
 * A text as a cell. Excel takes it for nothing else, but whoever saves the sheet as CSV would get a formula out of a
 * name that begins as one, so such a text gets an apostrophe in front.
 */
export const safeText = (value: string): string => (/^[=+\-@\t\r]/.test(value) ? `'${value}` : value);
