import { one } from '../load/dice.ts';

export type Dice = (sides: number) => number;

const long = 60_000;
/** Days at and near the ends of every calendar. */
export const farDays = [
  ...['9999-12-31', '0001-01-01', '0000-01-01', '0000-00-00', '2000-01-01', '1999-12-31', '2046-12-31', '2126-01-01'],
  ...[
    '2026-02-29',
    '2024-02-29',
    '2026-02-30',
    '2026-13-01',
    '10000-01-01',
    '-000001-01-01',
    '+275760-09-13',
    '26-1-1',
  ],
  ...['2026-11-24', '2027-11-24', '2026-11-24T08:00:00Z', '9999-12-31T23:59:59.999Z', '0000-01-01T00:00:00Z'],
  ...[`2026-11-24T08:00:00.${'0'.repeat(500)}Z`, '２０２６-11-24', '2026-11-24\u0000'],
];
/** Non-numbers, overflows, and the ends of the range. */
export const farNumbers: readonly unknown[] = [
  ...[0, -0, 1, -1, 0.1, 1e-320, 1e308, -1e308, 1e21, 2 ** 31, 2 ** 53, -(2 ** 53), 99_999, 1_000_000_000],
  ...['NaN', 'Infinity', '1e9', '0x10', '٣', '', ' 1 ', '1,5', null, true],
];
/** Texts: empty, huge, unprintable, of other scripts, and with a meaning to some parser. */
export const farTexts = [
  ...[
    '',
    ' ',
    '\u0000',
    '\u0001\u001f',
    '\ud800',
    'a\ud83d',
    '\ufeff',
    '\u202e tekst',
    'é'.normalize('NFD'),
    '🧑‍🚀'.repeat(200),
  ],
  ...[
    '__proto__',
    'constructor',
    'hasOwnProperty',
    'toString',
    'undefined',
    'null',
    'true',
    'NaN',
    '-1',
    '9'.repeat(400),
  ],
  ...[
    '=cmd|/c calc!A1',
    '<script>alert(1)</script>',
    "'; drop table x --",
    '../../etc/passwd',
    '%00',
    '%ff',
    '\\\\host\\c$',
  ],
  ...[
    '{{7*7}}',
    '${7*7}',
    'FREQ=YEARLY;COUNT=100',
    'FREQ=WEEKLY;INTERVAL=60',
    'FREQ=SECONDLY',
    'FREQ=MONTHLY;BYMONTHDAY=31',
  ],
  ...[
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29',
    'FREQ=MONTHLY;BYDAY=5SU;BYSETPOS=-1',
    'javascript:alert(1)',
    'https://x.dk/',
  ],
  ...[
    'a'.repeat(256),
    'ø'.repeat(long),
    '>'.repeat(long),
    '['.repeat(long),
    ' '.repeat(long),
    '\n'.repeat(long),
    '*a'.repeat(long / 2),
  ],
  ...[
    Array.from({ length: 9_000 }, (_, at) => `o${(at * 7) % 9_000}`).join(' '),
    'x\n\n'.repeat(long / 3),
    `${'='.repeat(long)}!`,
  ],
];

/** Deep enough to overflow a recursive walk. */
export function deep(levels: number): unknown {
  let value: unknown = 'bund';
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}
/** Values of a wrong kind. */
export const wrongKinds: readonly unknown[] = [
  ...[null, true, false, 0, '', [], {}, [[]], [null], { length: -1 }, { toString: 1 }, { then: 'x' }],
  ...[deep(50), deep(2_000), Array.from({ length: 20_000 }, () => null), Array.from({ length: 600 }, () => ({}))],
  JSON.parse('{"__proto__":{"admin":true},"constructor":{"prototype":{"x":1}}}'),
];
/** Bodies that are no valid input, as on the wire. */
export const rawBodies = [
  ...[
    '',
    ' ',
    'null',
    '[]',
    '{}',
    '"x"',
    '1',
    '{"a":',
    '{"a":1}{"a":2}',
    '\ufeff{}',
    'NaN',
    "{'a':1}",
    '{"a":1,"a":2}',
  ],
  ...['['.repeat(100_000), '{"a":'.repeat(50_000), `[${'0,'.repeat(100_000)}0]`, `{"a":${'9'.repeat(100_000)}}`],
  `{${Array.from({ length: 20_000 }, (_, at) => `"k${at}":1`).join(',')}}`,
];

export const farEnd = (dice: Dice, kind: 'text' | 'day' | 'number' | 'other'): unknown => {
  if (kind === 'day') return one(farDays, dice(farDays.length));
  if (kind === 'number') return one(farNumbers, dice(farNumbers.length));
  if (kind === 'text') return one(farTexts, dice(farTexts.length));
  return one(wrongKinds, dice(wrongKinds.length));
};
