import { readTable, type Table } from '../files/tables/index.ts';
import { fold, invalid } from '../kernel/index.ts';

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

/** The table's headings by any of the names, most certain first; case, hyphens and Danish letters do not matter. */
export function headingsNamed({ headers }: Pick<Table, 'headers'>, names: readonly string[]): string[] {
  const folded = headers.map(fold);
  return names.flatMap((name) => headers[folded.indexOf(fold(name))] ?? []);
}

/** Throws AppError `invalid` with the code for a mapped heading that the table has not. */
export function requireHeadings({ headers }: Table, mapped: readonly string[], code: string): void {
  const heading = mapped.find((one) => !headers.includes(one));
  if (heading !== undefined) throw invalid(code, { heading });
}
