import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { measuredArchive } from '../measured-archive.ts';

/** Excel's own files are zip archives. */
const isWorkbook = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;
/** The old .xls is an OLE document, unsupported. */
const isOldWorkbook = (bytes: Uint8Array): boolean => bytes[0] === 0xd0 && bytes[1] === 0xcf;

export type NotATable = 'oldWorkbook' | 'unreadable' | 'tooLarge';
export type Lines = { lines: string[][] } | { problem: NotATable };

/**
 * A file's cells as texts: the first sheet of an .xlsx, or a CSV file in any form Danish Excel writes. Dates of a sheet
 * become `YYYY-MM-DD`.
 */
export async function tableLines(bytes: Uint8Array): Promise<Lines> {
  if (isOldWorkbook(bytes)) return { problem: 'oldWorkbook' };
  try {
    if (!isWorkbook(bytes)) return { lines: csvLines(bytes) };
    const archive = measuredArchive(bytes);
    return archive ? { lines: await sheetLines(archive) } : { problem: 'tooLarge' };
  } catch {
    return { problem: 'unreadable' };
  }
}

const sheetLines = async (bytes: Uint8Array): Promise<string[][]> =>
  (await readSheet(Buffer.from(bytes))).map((row) => row.map(cellText));

/** Dates of a sheet are midnight UTC of that day. */
function cellText(cell: unknown): string {
  if (cell instanceof Date) return isDay(cell) ? cell.toISOString().slice(0, 10) : noDay;
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : '';
}

/** Excel's display of an invalid date. */
const noDay = '#####';
const isDay = (date: Date): boolean => date.getUTCFullYear() >= 1 && date.getUTCFullYear() <= 9_999;

function csvLines(bytes: Uint8Array): string[][] {
  const text = decode(bytes);
  // Excel's separator declaration is no row.
  const said = /^sep=(.)\r?\n/i.exec(text);
  const body = said ? text.slice(said[0].length) : text;
  return parse(body, { delimiter: said?.[1] ?? separatorOf(body), relaxColumnCount: true, relaxQuotes: true });
}

/** The most frequent separator in the first line, outside quotes. */
function separatorOf(text: string): string {
  const firstLine = text.slice(0, text.search(/\r?\n|$/)).replaceAll(/"[^"]*"/g, '');
  return [';', ',', '\t'].reduce((best, one) =>
    firstLine.split(one).length > firstLine.split(best).length ? one : best,
  );
}

/** Excel's "Unicode text" is UTF-16; other Danish exports are UTF-8 or Windows' Latin-1. */
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
