import { cleanText } from '../../kernel/clean-text.ts';
import { tableLines, type NotATable } from './table-lines.ts';

export interface TableWork {
  bytes: Uint8Array;
  mostRows: number;
}
/** Headings, and non-empty rows as JSON, a few hundred a part: each with its number in the file. */
export interface TableParts {
  headers: string[];
  parts: Uint8Array[];
  rows: number;
}
export type Problem = NotATable | 'tooManyColumns' | 'empty';

/** More than any register has. Each heading is compared with every known column name. */
const mostColumns = 200;
/** Excel's cell limit in characters. */
const mostOfCell = 32_767;
const rowsOfPart = 500;

export async function work({ bytes, mostRows }: TableWork): Promise<TableParts | { problem: Problem }> {
  const read = await tableLines(bytes);
  if ('problem' in read) return read;
  const [headers = [], ...rest] = read.lines.map((cells) => cells.map((cell) => cleanText(cell).trim()));
  if (headers.every((header) => header === '')) return { problem: 'empty' };
  if (headers.length > mostColumns) return { problem: 'tooManyColumns' };
  const rows = rest
    .map((cells, index) => ({ number: index + 2, cells: cells.slice(0, mostColumns) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const isTooLong = rows.some(({ cells }) => cells.some((cell) => cell.length > mostOfCell));
  if (rows.length > mostRows || isTooLong) return { problem: 'tooLarge' };
  const parts: Uint8Array[] = [];
  for (let from = 0; from < rows.length; from += rowsOfPart)
    parts.push(Buffer.from(JSON.stringify(rows.slice(from, from + rowsOfPart))));
  return { headers, parts, rows: rows.length };
}
