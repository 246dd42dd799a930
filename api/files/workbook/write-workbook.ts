import { inSlices } from '../../kernel/index.ts';
import { ownThread } from '../../threads/index.ts';
import { fileNamed } from '../safe-file-name.ts';

export type Row = (string | number)[];
/** A column: heading, width in characters, and an item's cell; undefined is empty. */
export type Column<Item> = readonly [heading: string, width: number, cell: (item: Item) => string | number | undefined];

/** One sheet: its first row is the header, frozen. Widths are in characters. */
export interface Sheet {
  name: string;
  /** Consumed in slices: `sheetOf` makes each row on demand. */
  rows: Iterable<Row>;
  widths: number[];
  /** Wraps long texts and prints in landscape: for people's texts. */
  wrap?: true;
}

/** A workbook with its download name. */
export interface Workbook {
  fileName: string;
  bytes: Uint8Array;
}

/** A sheet for the thread: its rows as JSON, some hundred kilobytes a part. */
export interface SheetParts extends Omit<Sheet, 'rows'> {
  parts: Uint8Array[];
}

const write = ownThread<readonly SheetParts[], Uint8Array>(new URL('./workbook-worker.ts', import.meta.url), {
  milliseconds: 120_000,
  megabytes: 1_024,
});

/**
 * An Excel workbook of plain texts and numbers, named by content. Rows are made in slices and written on a worker
 * thread: 50,000 take seconds, which would block card presses. Rejects with the thread's error.
 */
export async function workbook(name: string, sheets: readonly Sheet[]): Promise<Workbook> {
  const handed: SheetParts[] = [];
  for (const { rows, ...about } of sheets) handed.push({ ...about, parts: await partsOf(rows) });
  return { fileName: fileNamed(name, 'xlsx'), bytes: await write(handed) };
}

/** A sheet by its columns, a row per item, then the rows `below`. The rows can be read once. */
export const sheetOf = <Item>(
  name: string,
  items: Iterable<Item>,
  columns: readonly Column<Item>[],
  { below = [], ...look }: Pick<Sheet, 'wrap'> & { below?: readonly Row[] } = {},
): Sheet => ({ name, rows: rowsOf(items, columns, below), widths: columns.map(([, width]) => width), ...look });

/** Transforms each item when its row is written. */
export function* lazily<Item, Made>(items: Iterable<Item>, make: (item: Item) => Made): Generator<Made> {
  for (const item of items) yield make(item);
}

function* rowsOf<Item>(items: Iterable<Item>, columns: readonly Column<Item>[], below: readonly Row[]): Generator<Row> {
  yield columns.map(([heading]) => heading);
  for (const item of items) yield columns.map(([, , cell]) => cell(item) ?? '');
  yield* below;
}

const rowsOfPart = 1_000;

/** Cloning a hundred thousand rows to a thread blocks as long as writing them; bytes do not. */
async function partsOf(rows: Iterable<Row>): Promise<Uint8Array[]> {
  const parts: Uint8Array[] = [];
  let lines: string[] = [];
  const flush = () => {
    if (lines.length > 0) parts.push(Buffer.from(`[${lines.join(',')}]`));
    lines = [];
  };
  await inSlices(rows, (row) => {
    lines.push(JSON.stringify(row));
    if (lines.length >= rowsOfPart) flush();
  });
  flush();
  return parts;
}

/**
 * A text as a cell. Excel never evaluates it, but a sheet saved as CSV would turn a name that begins like a formula
 * into one, so such a text gets an apostrophe prefix.
 */
export const safeText = (value: string): string => (/^[=+\-@\t\r]/.test(value) ? `'${value}` : value);
