import { readTable, type Table } from '../files/tables/index.ts';

/** A file as the tab sends it. */
export interface GivenFile {
  fileName: string;
  base64: string;
}

const sampleRows = 5;

/** The table of a file that somebody handed over, of so many rows at most. Throws AppError `invalid` as `readTable` does. */
export const readGivenFile = ({ base64 }: GivenFile, mostRows?: number): Promise<Table> =>
  readTable(Buffer.from(base64, 'base64'), mostRows);

/** Its headings, how many rows it has and the first of them, for the reader to recognise. */
export const tableHead = ({ headers, rows }: Table) => ({
  headings: [...headers],
  rows: rows.length,
  sample: rows.slice(0, sampleRows).map(({ cells }) => headers.map((_, place) => cells[place] ?? '')),
});
