import writeXlsxFile, { type Feature, type Image } from 'write-excel-file/node';
import { z } from 'zod';
import { safeText, type Row, type SheetParts } from './write-workbook.ts';

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
    // The writer knows of no other; `printed` turns those upright that have room for it.
    orientation: 'landscape' as const,
  };
}

/** Characters that an upright A4 page has room for at a size that can be read. */
const upright = 95;
const isWide = ({ wrap, widths }: SheetParts): boolean =>
  wrap === true || widths.reduce((sum, width) => sum + width, 0) > upright;

/** A4 in the numbering of workbooks. */
const a4 = 9;
const fitsWidth = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Printed on A4 with all columns beside each other, and the header on every page. */
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
