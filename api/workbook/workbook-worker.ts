import { parentPort, workerData } from 'node:worker_threads';
import writeXlsxFile from 'write-excel-file/node';
import { safeText, type Sheet } from './write-workbook.ts';

/** Workbooks take `_x0041_` for an A; of a text that says just that the first mark is itself written so. */
const literal = (value: string): string => value.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');

const cell = (value: string | number) =>
  typeof value === 'number' ? { value, type: Number } : { value: literal(safeText(value)), type: String };

const wrapped = { wrap: true, alignVertical: 'top' } as const;

const sheets = (workerData as Sheet[]).map(({ name, rows: [head = [], ...rows], widths, wrap }) => ({
  sheet: name,
  data: [
    head.map((value) => ({ ...cell(value), ...(wrap ? wrapped : {}), fontWeight: 'bold' as const })),
    ...rows.map((row) => row.map((value) => ({ ...cell(value), ...(wrap ? wrapped : {}) }))),
  ],
  columns: widths.map((width) => ({ width })),
  stickyRowsCount: 1,
  ...(wrap ? { orientation: 'landscape' as const } : {}),
}));
parentPort?.postMessage(new Uint8Array(await writeXlsxFile(sheets).toBuffer()));
