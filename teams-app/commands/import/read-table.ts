import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';

/** A table as a person made it: numbers of rows are those of the file, with the headers in row 1. */
export interface Table {
  headers: readonly string[];
  rows: readonly { number: number; cells: readonly string[] }[];
}

/** Reads .csv (UTF-8 or Latin-1; comma, semicolon or tab) or the first sheet of .xlsx. Throws when it is neither. */
export async function readTable(file: string): Promise<Table> {
  const lines = extname(file).toLowerCase() === '.xlsx' ? await readSheetLines(file) : await readCsvLines(file);
  const [headers = [], ...rest] = lines;
  return {
    headers: headers.map((header) => header.trim()),
    rows: rest
      .map((cells, index) => ({ number: index + 2, cells: cells.map((cell) => cell.trim()) }))
      .filter(({ cells }) => cells.some((cell) => cell !== '')),
  };
}

async function readSheetLines(file: string): Promise<string[][]> {
  const sheet = await readSheet(file);
  return sheet.map((row) => row.map(cellText));
}

/** Dates of a sheet are midnight UTC of the day that was meant. */
function cellText(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : '';
}

async function readCsvLines(file: string): Promise<string[][]> {
  const text = decode(await readFile(file));
  const firstLine = text.slice(0, text.search(/\r?\n|$/));
  const delimiter = [';', ',', '\t'].reduce((best, one) =>
    firstLine.split(one).length > firstLine.split(best).length ? one : best,
  );
  return parse(text, { delimiter, bom: true, relaxColumnCount: true });
}

/** Danish exports are UTF-8 or Windows' Latin-1; what is not the first is the second. */
function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
