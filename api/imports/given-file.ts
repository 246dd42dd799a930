import { readTable, type Table } from '../files/tables/index.ts';

/** A file from the tab. */
export interface GivenFile {
  fileName: string;
  base64: string;
}

const sampleRows = 5;

/** The table of an upload, limited in rows. Throws AppError `invalid` as `readTable` does. */
export const readGivenFile = ({ base64 }: GivenFile, mostRows?: number): Promise<Table> =>
  readTable(Buffer.from(base64, 'base64'), mostRows);

/** Its headings, row count and first rows, for recognition. */
export const tableHead = ({ headers, rows }: Table) => ({
  headings: [...headers],
  rows: rows.length,
  sample: rows.slice(0, sampleRows).map(({ cells }) => headers.map((_, place) => cells[place] ?? '')),
});
