import { describe, expect, it } from 'vitest';
import { readTable } from '../../../api/tables/index.ts';
import { workbook } from '../../../api/workbook/index.ts';

describe('a workbook', () => {
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
