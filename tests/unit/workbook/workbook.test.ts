import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../../api/files/tables/index.ts';
import { workbook } from '../../../api/files/workbook/index.ts';

describe('a workbook', () => {
  it('is named as a PDF or Word file of the same title, without what a file name cannot have', async () => {
    const named = async (name: string) => (await workbook(name, [])).fileName;
    expect(await named('NIS 2-loven § 7 2026-11-24')).toBe('NIS 2-loven § 7 2026-11-24.xlsx');
    expect(await named('Tilsyn: Adgange – Center 2.0')).toBe('Tilsyn Adgange – Center 2.0.xlsx');
  });

  it('holds texts as they are, also those that workbooks have a meaning of their own for', async () => {
    const taken = ['constructor', 'toString', '__proto__', 'valueOf'];
    const texts = [
      ...taken,
      '_x0041_',
      '_x005F_x0041_',
      'a_x000D_b',
      '&amp;lt;',
      '<b>',
      'a  b\nc',
      '1',
      '01-02-2026',
      'TRUE',
    ];
    const { bytes } = await workbook('Prøve', [{ name: 'Prøve', rows: [texts.map(() => 'x'), texts], widths: [] }]);
    expect((await readTable(bytes)).rows[0]?.cells).toEqual(texts);
  });

  it('has no cell longer than a workbook can hold', async () => {
    const long = 'æ'.repeat(32_768);
    const { bytes } = await workbook('Prøve', [
      {
        name: 'Prøve',
        rows: [
          ['a', 'b', 'c'],
          [long.slice(1), long, `=${long}`],
        ],
        widths: [],
      },
    ]);
    const [whole, ...others] = (await readTable(bytes)).rows[0]?.cells ?? [];
    expect(whole).toBe(long.slice(1));
    for (const other of others) {
      expect(other).toHaveLength(32_767);
      expect(other.endsWith('æ…')).toBe(true);
    }
  });

  it('prints on A4 with its columns beside each other, across when they are many, the header on every page', async () => {
    const sheet = (name: string, columns: number) => ({
      name,
      rows: [Array.from({ length: columns }, (_, place) => `Kolonne ${place}`)],
      widths: Array.from({ length: columns }, () => 20),
    });
    const { bytes } = await workbook('Prøve', [sheet("Få & 'små'", 2), sheet('Mange', 12)]);
    const files = unzipSync(bytes);
    const read = (name: string) => strFromU8(files[name]!);
    for (const [name, orientation] of [
      ['sheet1', 'portrait'],
      ['sheet2', 'landscape'],
    ]) {
      const xml = read(`xl/worksheets/${name}.xml`);
      expect(xml).toMatch(/<worksheet[^>]*><sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr>/);
      const [setup = ''] = /<pageSetup[^>]*>/.exec(xml) ?? [];
      for (const part of [`orientation="${orientation}"`, 'paperSize="9"', 'fitToWidth="1"', 'fitToHeight="0"'])
        expect(setup).toContain(part);
    }
    expect(read('xl/workbook.xml')).toContain("localSheetId=\"0\">'Få &amp; ''små'''!$1:$1<");
    expect((await readTable(bytes)).rows).toEqual([]);
  });

  it('puts an apostrophe before what could become a formula', async () => {
    const { bytes } = await workbook('Prøve', [
      {
        name: 'Prøve',
        rows: [
          ['a', 'b'],
          ['=1+1', '@x'],
        ],
        widths: [],
      },
    ]);
    expect((await readTable(bytes)).rows[0]?.cells).toEqual(["'=1+1", "'@x"]);
  });
});
