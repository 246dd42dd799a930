import writeXlsxFile from 'write-excel-file/node';
import { safeText, type Sheet } from './write-workbook.ts';

/** Workbooks take `_x0041_` for an A; of a text that says just that the first mark is itself written so. */
const literal = (value: string): string => {
  const escaped = value.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  return isTaken(escaped) ? escapedFirst(escaped) : escaped;
};
/** The writer keeps texts in an object, where these stand already and would spoil the whole file. */
const isTaken = (value: string): boolean => value in {};
const escapedFirst = (value: string): string =>
  `_x${value.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_${value.slice(1)}`;

const cell = (value: string | number) =>
  typeof value === 'number' ? { value, type: Number } : { value: literal(safeText(value)), type: String };

const wrapped = { wrap: true, alignVertical: 'top' } as const;

const sheetOf = ({ name, rows: [head = [], ...rows], widths, wrap }: Sheet) => ({
  sheet: name,
  data: [
    head.map((value) => ({ ...cell(value), ...(wrap ? wrapped : {}), fontWeight: 'bold' as const })),
    ...rows.map((row) => row.map((value) => ({ ...cell(value), ...(wrap ? wrapped : {}) }))),
  ],
  columns: widths.map((width) => ({ width })),
  stickyRowsCount: 1,
  ...(wrap ? { orientation: 'landscape' as const } : {}),
});

export const work = async (sheets: readonly Sheet[]): Promise<Uint8Array> =>
  new Uint8Array(await writeXlsxFile(sheets.map(sheetOf)).toBuffer());
