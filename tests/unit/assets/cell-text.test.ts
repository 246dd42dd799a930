import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cellText,
  linkOfText,
  linkText,
  listCell,
  oneLine,
  plainText,
  resolvedList,
  textOfCell,
  tooLongCell,
  valuesOfCell,
} from '../../../api/assets/cell-text.ts';
import { safeText } from '../../../api/files/workbook/index.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('=', '+', '-', '@', "'", '"', ';', ',', '\n', '\r', '\t', ' ', 'å', 'x', '<', '>'),
  }),
);

describe('a cell', () => {
  it('gives back the text that was put in it, whatever it begins with', () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(textOfCell(safeText(cellText(given)))).toBe(plainText(given));
      }),
    );
  });

  it('never begins as a formula', () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(safeText(cellText(given))).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });

  it('says that it holds too much rather than a part of it', () => {
    expect(cellText('x'.repeat(32_001))).toBe(tooLongCell);
  });
});

describe('a list in a cell', () => {
  it('gives back its values', () => {
    const values = fc.array(text.map(plainText).filter((value) => value !== ''));
    fc.assert(
      fc.property(values, (given) => {
        expect(valuesOfCell(listCell(given))).toEqual(given);
      }),
    );
  });

  it('is read as people write it', () => {
    expect(valuesOfCell('Nexus; SBSYS ;; "A; B"\nKMD "Nova"')).toEqual(['Nexus', 'SBSYS', 'A; B', 'KMD "Nova"']);
    expect(valuesOfCell('"halvt; citat')).toEqual(['"halvt', 'citat']);
    expect(valuesOfCell('')).toEqual([]);
  });

  it('takes the longest name of those that another system puts commas between', () => {
    const known = new Set(['Nexus', 'Sag, job og ydelse', 'Sag']);
    const resolve = (name: string) => (known.has(name) ? name : undefined);
    expect(resolvedList('Nexus, Sag, job og ydelse,Ukendt,Sag', resolve)).toEqual({
      values: ['Nexus', 'Sag, job og ydelse', 'Sag'],
      unknown: ['Ukendt'],
    });
  });
});

describe('a link in a cell', () => {
  it('keeps title and address', () => {
    const link = fc.record({ title: text.map(oneLine).filter((title) => title !== ''), url: fc.webUrl() });
    fc.assert(
      fc.property(link, (given) => {
        expect(linkOfText(linkText(given))).toEqual(given);
      }),
    );
  });

  it('may be an address alone', () => {
    expect(linkOfText('https://a.dk/x')).toEqual({ title: 'https://a.dk/x', url: 'https://a.dk/x' });
  });
});
