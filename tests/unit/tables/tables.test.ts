import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { readDay, readTable } from '../../../api/files/tables/index.ts';

const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
const rows = 'Navn;Gennemført\r\nÅse Ørum;24-11-2026\r\n';

describe('readTable', () => {
  it.each([
    ['UTF-8', Buffer.from(rows)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${rows}`)],
    ['Windows’ Latin-1', Buffer.from(rows, 'latin1')],
    ['UTF-16, as “Unicode text”', utf16(rows)],
    ['the separator named', Buffer.from(`sep=;\r\n${rows}`)],
    ['tabs', Buffer.from(rows.replaceAll(';', '\t'))],
    ['commas', Buffer.from(rows.replaceAll(';', ','))],
  ])('reads %s', async (_name, bytes) => {
    expect(await readTable(bytes)).toEqual({
      headers: ['Navn', 'Gennemført'],
      rows: [{ number: 2, cells: ['Åse Ørum', '24-11-2026'] }],
    });
  });

  it('is not led astray by commas inside quotes', async () => {
    const { headers } = await readTable(Buffer.from('"Navn, fulde, hele";Dato\r\n"Ørum, Åse";1-2-2026'));
    expect(headers).toEqual(['Navn, fulde, hele', 'Dato']);
  });

  it('reads a workbook with real dates, whatever its name says', async () => {
    const bytes = await writeXlsxFile([
      [{ value: 'Navn' }, { value: 'Dato' }],
      [{ value: 'Bo' }, { value: new Date('2026-03-29T00:00:00Z'), type: Date, format: 'dd-mm-yyyy' }],
    ]).toBuffer();
    expect((await readTable(bytes)).rows).toEqual([{ number: 2, cells: ['Bo', '2026-03-29'] }]);
  });

  it.each([1e9, 2_958_466, 99_999_999])(
    'reads a workbook in which somebody formatted %d as a date, as Excel shows it',
    async (number) => {
      const bytes = await writeXlsxFile([
        [{ value: 'Navn' }, { value: 'Dato' }],
        [{ value: 'Bo' }, { value: number, type: Number, format: 'dd-mm-yyyy' }],
      ]).toBuffer();
      expect((await readTable(bytes)).rows).toEqual([{ number: 2, cells: ['Bo', '#####'] }]);
    },
  );

  it.each([
    ['oldWorkbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1])],
    ['unreadable', Buffer.from('PK\u0003\u0004 no archive')],
    ['empty', Buffer.from('')],
    ['empty', Buffer.from(' ; ;\r\n1;2;3')],
    ['tooManyColumns', Buffer.from(Array.from({ length: 201 }, (_, place) => `k${place}`).join(';'))],
    ['tooLarge', Buffer.from(`Navn\n${'x'.repeat(32_768)}`)],
  ])('says %s in a code', async (code, bytes) => {
    await expect(readTable(bytes)).rejects.toMatchObject({ kind: 'invalid', code: `tables.${code}` });
  });
});

describe('readDay', () => {
  it.each([
    ['2026-01-31', '2026-01-31'],
    ['2026-01-31 14:05', '2026-01-31'],
    ['31-01-2026', '2026-01-31'],
    ['31/1/26', '2026-01-31'],
    ['31.01.2026 14:05:59', '2026-01-31'],
    ['31-01-2026 kl. 14.05', '2026-01-31'],
    ['31. jan. 2026', '2026-01-31'],
    ['1. maj 2026', '2026-05-01'],
    ['1 May 2026', '2026-05-01'],
    ['12. oktober 2026', '2026-10-12'],
    ['3. marts 2026', '2026-03-03'],
    ['46053', '2026-01-31'],
    ['46053,58', '2026-01-31'],
    ['2026-11-24T23:30:00Z', '2026-11-25'],
    ['2026-07-01T00:30:00+02:00', '2026-07-01'],
  ])('reads %s', (text, day) => {
    expect(readDay(text)).toBe(day);
  });

  it.each(['', 'i går', '31-02-2026', '2026-13-01', '01-31-2026', '5', '1. xyz 2026', '24:00'])(
    'refuses %j',
    (text) => {
      expect(readDay(text)).toBeUndefined();
    },
  );

  it('finds every day again as Danes write it', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10);
          const [year, month, of] = day.split('-');
          expect(readDay(`${of}-${month}-${year}`)).toBe(day);
          expect(readDay(`${Number(of)}.${Number(month)}.${year}`)).toBe(day);
        },
      ),
    );
  });
});
