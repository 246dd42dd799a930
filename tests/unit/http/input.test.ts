import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fieldErrors } from '../../../api/http/field-errors.ts';
import { aYear, day, flag, link, oneLine, readInput, timestamp } from '../../../api/http/input.ts';
import type { LocalDate } from '../../../api/kernel/index.ts';

const on = '2026-11-24' as LocalDate;
const codes = (schema: z.ZodType, value: unknown, today = on) => {
  const found = readInput(schema, value, today);
  return found.success ? [] : fieldErrors(found.error.issues).map(({ code }) => code);
};

describe('a day that is sent', () => {
  it.each(['2000-01-01', '2026-11-24', '2024-02-29', '2046-12-09'])('%s is one', (text) => {
    expect(codes(day(), text)).toEqual([]);
  });

  it.each(['9999-12-31', '0001-01-01', '1999-12-31', '2046-12-10', '0000-01-01'])('%s is too far away', (text) => {
    expect(codes(day(), text)).toEqual(['fields.dayRange']);
  });

  it.each(['2026-02-30', '2026-13-01', '12026-01-01', '2026-1-1', '', '2026-01-01T00:00:00Z'])('%j is none', (text) => {
    expect(codes(day(), text)).toEqual(['fields.date']);
  });

  it('is counted from the program’s day, and said with the days that may be chosen', () => {
    expect(codes(day(aYear), '2027-11-25')).toEqual([]);
    expect(codes(day(aYear), '2027-11-26')).toEqual(['fields.dayRange']);
    expect(codes(day(aYear), '2027-11-26', '2027-01-01' as LocalDate)).toEqual([]);
    const found = readInput(z.object({ from: day(aYear) }), { from: '9999-12-31' }, on);
    expect(found.success ? [] : fieldErrors(found.error.issues)).toEqual([
      { path: 'from', code: 'fields.dayRange', values: { from: '2000-01-01', until: '2027-11-25' } },
    ]);
  });
});

it.each([
  '9999-12-31T00:00:00Z',
  '0000-01-01T00:00:00Z',
  '1999-12-31T00:00:00Z',
  `2026-11-24T00:00:00.${'0'.repeat(99)}Z`,
])('a moment that is sent is within the same days and short: %s is not', (text) => {
  expect(codes(timestamp(), '2026-11-24T08:00:00.000Z')).toEqual([]);
  expect(codes(timestamp(), text)).toHaveLength(1);
});

it.each([
  'javascript:alert(1)',
  'http://x.dk',
  'data:text/html,x',
  'file:///etc/passwd',
  `https://x.dk/${'a'.repeat(2_000)}`,
])('an address that people open is https and short: %s is not', (text) => {
  expect(codes(link, 'https://x.dk/a?b=1')).toEqual([]);
  expect(codes(link, text).length).toBeGreaterThan(0);
});

it('a yes or no in an address is read', () => {
  expect([flag.parse('true'), flag.parse('false')]).toEqual([true, false]);
  expect(codes(flag, 'perhaps')).toHaveLength(1);
});

describe('a text that is sent', () => {
  const title = oneLine.min(1).max(200);
  const read = (text: string) => readInput(z.object({ title }), { title: text }, on).data?.title;
  const zeroWidth = '\u200b\u200d\ufeff';

  it.each(['\u0000', zeroWidth, ' \u00ad\n\u2060 ', '\u3164', '\u2800', '\u202e\u0007'])(
    '%j is empty: it shows nothing',
    (text) => {
      expect(codes(z.object({ title }), { title: text })).toEqual(['fields.required']);
      expect(readInput(z.array(z.string().max(10)), [text], on).data).toEqual(['']);
    },
  );

  it.each([
    '👩\u200d🔬 i laboratoriet',
    'sikker\u00adheds\u00adhjulet',
    '\u200fשלום 1',
    'e\u0301',
    '❤\ufe0f',
    'مرحبا\u200c',
  ])('%j stays as it is', (text) => {
    expect(read(text)).toBe(text);
  });

  it('has U+FFFD for half a character, which nothing can store', () => {
    expect(read('a\ud800b')).toBe('a\ufffdb');
    expect(read('\udfff')).toBe('\ufffd');
  });

  it('has no control character and no override of direction, and keeps all else and its lines', () => {
    const hidden = /[\0-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
    const removed = fc.constantFrom(
      '\u0000',
      '\u0007',
      '\u001b',
      '\u007f',
      '\u009f',
      '\u202a',
      '\u202e',
      '\u2066',
      '\u2069',
    );
    const kept = fc.constantFrom('a', 'ø', ' ', '\t', '\n', '\u200d', '\u00ad', '\u200f', '👩', '.');
    const broken = fc.constantFrom('\r\n', '\r', '\v', '\f', '\u0085');
    const piece = fc.oneof(
      kept.map((text) => ({ given: text, taken: text })),
      removed.map((text) => ({ given: text, taken: '' })),
      broken.map((text) => ({ given: `${text}-`, taken: '\n-' })),
    );
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.oneof(broken, removed, fc.constant(' '))).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), anything, (pieces, any) => {
        const given = `x${pieces.map((one) => one.given).join('')}`;
        const taken = `x${pieces.map((one) => one.taken).join('')}`;
        const schema = z.object({ lines: z.array(z.string().max(1_000)), title });
        const { data } = readInput(schema, { lines: [given, any], title: given }, on);
        expect(data?.lines[0]).toBe(taken);
        expect(data?.lines[1]).not.toMatch(hidden);
        expect(data?.title).toBe(oneLine.parse(taken));
        expect(data?.title).not.toMatch(/[\n\r]/);
      }),
    );
  });

  it('is left alone where it is a file', () => {
    const file = 'QUJD'.repeat(500_000);
    expect(readInput(z.string().max(14_000_000), file, on).data).toBe(file);
  });

  it('is taken in one line where it is a title', () => {
    expect(read(' line1\r\nEND:VEVENT \u2028 BEGIN  it ')).toBe('line1 END:VEVENT BEGIN  it');
  });

  it('keeps white space alone, which each field judges', () => {
    expect(readInput(z.string().max(9), ' \n', on).data).toBe(' \n');
    expect(readInput(z.string().max(9), '\r\n\v\f', on).data).toBe('\n\n\n');
  });
});
