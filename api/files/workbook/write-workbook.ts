import { inSlices } from '../../kernel/index.ts';
import { ownThread } from '../../threads/index.ts';

export type Row = (string | number)[];
/** A column of a sheet: its heading, its width in characters, and the cell of an item; nothing is an empty cell. */
export type Column<Item> = readonly [heading: string, width: number, cell: (item: Item) => string | number | undefined];

/** One sheet: its first row is the header and stays in sight. Widths are in characters. */
export interface Sheet {
  name: string;
  /** Written out a few at a time: `sheetOf` makes each when it is its turn. */
  rows: Iterable<Row>;
  widths: number[];
  /** Long texts go on in the next line, and the sheet prints across: for texts that people have written. */
  wrap?: true;
}

/** A workbook with the name it is downloaded under. */
export interface Workbook {
  fileName: string;
  bytes: Uint8Array;
}

/** A sheet as it is handed to the thread: its rows as JSON, some hundred kilobytes a part. */
export interface SheetParts extends Omit<Sheet, 'rows'> {
  parts: Uint8Array[];
}

const write = ownThread<readonly SheetParts[], Uint8Array>(new URL('./workbook-worker.ts', import.meta.url), {
  milliseconds: 120_000,
  megabytes: 1_024,
});

/**
 * An Excel workbook of plain texts and numbers, named after what is in it. Rows are made a few at a time and written on a
 * thread of its own: 50,000 take seconds, in which people who press a card must not wait. Rejects with what went wrong on the
 * thread.
 */
export async function workbook(name: string, sheets: readonly Sheet[]): Promise<Workbook> {
  const handed: SheetParts[] = [];
  for (const { rows, ...about } of sheets) handed.push({ ...about, parts: await partsOf(rows) });
  return { fileName: `${name.replace(/[^\p{L}\p{N}. -]/gu, '')}.xlsx`, bytes: await write(handed) };
}

/** A sheet by its columns, a row for each item, then the rows `below`. The rows can be read once. */
export const sheetOf = <Item>(
  name: string,
  items: Iterable<Item>,
  columns: readonly Column<Item>[],
  { below = [], ...look }: Pick<Sheet, 'wrap'> & { below?: readonly Row[] } = {},
): Sheet => ({ name, rows: rowsOf(items, columns, below), widths: columns.map(([, width]) => width), ...look });

/** Each item made into what the columns tell of, when its row is written. */
export function* lazily<Item, Made>(items: Iterable<Item>, make: (item: Item) => Made): Generator<Made> {
  for (const item of items) yield make(item);
}

function* rowsOf<Item>(items: Iterable<Item>, columns: readonly Column<Item>[], below: readonly Row[]): Generator<Row> {
  yield columns.map(([heading]) => heading);
  for (const item of items) yield columns.map(([, , cell]) => cell(item) ?? '');
  yield* below;
}

const rowsOfPart = 1_000;

/** Copying a hundred thousand rows of texts to a thread stops everybody else for as long as writing them; bytes do not. */
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
 * A text as a cell. Excel takes it for nothing else, but whoever saves the sheet as CSV would get a formula out of a
 * name that begins as one, so such a text gets an apostrophe in front.
 */
export const safeText = (value: string): string => (/^[=+\-@\t\r]/.test(value) ? `'${value}` : value);
