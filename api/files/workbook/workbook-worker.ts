import writeXlsxFile, { type Feature, type Image } from 'write-excel-file/node';
import { z } from 'zod';
import { safeText, type Row, type SheetParts } from './write-workbook.ts';

/** Workbooks decode `_x0041_` as A; literal text of that form needs its first character encoded. */
const literal = (value: string): string => {
  const escaped = value.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  return isTaken(escaped) ? escapedFirst(escaped) : escaped;
};
/** The writer stores texts as object keys: inherited names would corrupt the file. */
const isTaken = (value: string): boolean => value in {};
const escapedFirst = (value: string): string =>
  `_x${value.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_${value.slice(1)}`;

/** Workbooks' limit for a cell, in characters: Excel calls a file with a longer one damaged. */
const longestCell = 32_767;
const cut = (text: string): string => (text.length > longestCell ? `${text.slice(0, longestCell - 1)}…` : text);

const cell = (value: string | number) =>
  typeof value === 'number' ? { value, type: Number } : { value: literal(cut(safeText(value))), type: String };

const wrapped = { wrap: true, alignVertical: 'top' } as const;

const partRows = z.array(z.array(z.union([z.string(), z.number()])));
const decoder = new TextDecoder();
const rowsIn = (part: Uint8Array): Row[] => partRows.parse(JSON.parse(decoder.decode(part)));

function sheetOf({ name, parts, widths, wrap }: SheetParts) {
  const [head = [], ...rows] = parts.flatMap(rowsIn);
  return {
    sheet: name,
    data: [
      head.map((value) => ({ ...cell(value), ...(wrap ? wrapped : {}), fontWeight: 'bold' as const })),
      ...rows.map((row) => row.map((value) => ({ ...cell(value), ...(wrap ? wrapped : {}) }))),
    ],
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
    // The writer supports only this; `printed` turns suitable sheets to portrait.
    orientation: 'landscape' as const,
  };
}

/** Characters that fit a portrait A4 page at a readable size. */
const upright = 95;
const isWide = ({ wrap, widths }: SheetParts): boolean =>
  wrap === true || widths.reduce((sum, width) => sum + width, 0) > upright;

/** Workbooks' number for A4. */
const a4 = 9;
const fitsWidth = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Prints on A4 with all columns on one page, and the header on every page. */
const printed = (parts: readonly SheetParts[]): Feature<Image['content']> => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml) => (xml.includes('<sheetPr') ? xml : xml.replace(/<worksheet\b[^<>]*>/, `$&${fitsWidth}`)),
        transformElementAttributes: (tag, attributes, _index, _options, { sheetIndex }) => {
          const sheet = parts[sheetIndex];
          if (tag !== 'pageSetup' || !sheet) return attributes;
          const orientation = isWide(sheet) ? 'landscape' : 'portrait';
          return { ...attributes, orientation, paperSize: a4, fitToWidth: 1, fitToHeight: 0 };
        },
      },
      'xl/workbook.xml': {
        transform: (xml, sheets) => {
          const titles = sheets.map(
            ({ sheet = '' }, place) =>
              `<definedName name="_xlnm.Print_Titles" localSheetId="${place}">${escaped(`'${sheet.replaceAll("'", "''")}'!$1:$1`)}</definedName>`,
          );
          return xml.replace('</sheets>', () => `</sheets><definedNames>${titles.join('')}</definedNames>`);
        },
      },
    },
  },
});

export const work = async (sheets: readonly SheetParts[]): Promise<Uint8Array> =>
  new Uint8Array(await writeXlsxFile(sheets.map(sheetOf), { features: [printed(sheets)] }).toBuffer());
