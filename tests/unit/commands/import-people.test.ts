import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import writeXlsxFile from 'write-excel-file/node';
import { describe, expect, it } from 'vitest';
import { importPeople } from '../../../teams-app/commands/import-people.ts';
import { findColumns } from '../../../teams-app/commands/import/columns.ts';
import { readPeople } from '../../../teams-app/commands/import/read-people.ts';
import { readTable } from '../../../teams-app/commands/import/read-table.ts';
import { readRoles } from '../../../teams-app/commands/import/read-values.ts';
import { readDay } from '../../../api/files/tables/index.ts';
import { deskValues } from '../../../teams-app/config/desk-values.ts';
import { readConfig } from '../../../teams-app/config/config.ts';

const folder = mkdtempSync(join(tmpdir(), 'import-'));
const fileWith = (name: string, content: string | Buffer): string => {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
};
const headers = ['Navn', 'E-mail', 'Stilling', 'Afdeling', 'Center', 'Leder', 'Ansættelsesdato', 'Rolle', 'Teams'];
const good = [
  [
    'Åse Ørum',
    'Aase@ishoj.example',
    'Centerchef',
    'Ledelse',
    'Center Nord',
    '',
    '01-02-2020',
    'CISO; Centerchef',
    'ja',
  ],
  [
    'Bo Bæk',
    'bo@ishoj.example',
    'Pædagog',
    'Børnehus',
    'Center Nord',
    'aase@ishoj.example',
    '2024-05-06',
    'ISK',
    'nej',
  ],
];
const tableOf = (rows: readonly (readonly string[])[]) => ({
  headers,
  rows: rows.map((cells, index) => ({ number: index + 2, cells })),
});
const csv = (rows: readonly (readonly string[])[], delimiter: string) =>
  [headers, ...rows]
    .map((row) => row.map((cell) => (cell.includes(delimiter) ? `"${cell}"` : cell)).join(delimiter))
    .join('\r\n');

describe('readTable', () => {
  it.each([
    [';', 'utf8'],
    [',', 'utf8'],
    ['\t', 'utf8'],
    [';', 'latin1'],
  ] as const)('reads a file with %j in %s', async (delimiter, encoding) => {
    const file = fileWith('people.csv', Buffer.from(csv(good, delimiter), encoding));
    const { people, problems } = readPeople(await readTable(file));
    expect(problems).toEqual([]);
    expect(people.map(({ name }) => name)).toEqual(['Åse Ørum', 'Bo Bæk']);
  });

  it('reads a file that begins with a byte order mark and has empty lines', async () => {
    const file = fileWith('bom.csv', `\uFEFF${csv([good[0] ?? []], ';')}\r\n\r\n${(good[1] ?? []).join(';')}`);
    const { people } = readPeople(await readTable(file));
    expect(people.map(({ row }) => row)).toEqual([2, 4]);
  });

  it('reads the first sheet of a workbook, with dates as Excel keeps them', async () => {
    const file = join(folder, 'people.xlsx');
    const rows = [
      headers.map((value) => ({ value })),
      ...good.map((row) =>
        row.map((value, place) =>
          place === 6 ? { value: new Date('2021-03-04T00:00:00Z'), type: Date, format: 'dd-mm-yyyy' } : { value },
        ),
      ),
    ];
    await writeXlsxFile(rows).toFile(file);
    const { people, problems } = readPeople(await readTable(file));
    expect(problems).toEqual([]);
    expect(people.map(({ hiredOn }) => hiredOn)).toEqual(['2021-03-04', '2021-03-04']);
  });
});

describe('readPeople', () => {
  it('reads people with their roles, managers and dates', () => {
    const { people, problems, remarks } = readPeople(tableOf(good));
    expect({ problems, remarks }).toEqual({ problems: [], remarks: [] });
    expect(people[0]).toMatchObject({ mail: 'aase@ishoj.example', hiredOn: '2020-02-01', teams: true });
    expect(people[0]?.roles.map(({ role }) => role)).toEqual(['ciso', 'centreManager']);
    expect(people[1]).toMatchObject({ manager: 'aase@ishoj.example', teams: false, centre: 'Center Nord' });
  });

  it.each([
    ['no name', { 0: '' }, 'no name'],
    ['no e-mail address', { 1: '' }, 'no e-mail'],
    ['a broken e-mail address', { 1: 'bo.ishoj.example' }, 'is not an e-mail address'],
    ['no department', { 3: '', 4: '' }, 'no department'],
    ['a day that does not exist', { 6: '2024-02-30' }, 'a date such as'],
    ['an unknown role', { 7: 'Troldmand' }, 'is not a role'],
    ['an unreadable answer', { 8: 'måske' }, 'ja or nej'],
    ['an unknown manager', { 5: 'ingen@ishoj.example' }, 'is not in the file'],
    ['themself as manager', { 5: 'bo@ishoj.example' }, 'their own manager'],
    ['the same address as another', { 1: 'aase@ishoj.example', 5: '' }, 'stands in row 2 already'],
    ['a role in a centre that nobody is in', { 7: 'ISK (Center Syd)' }, 'nobody is in the centre'],
  ])('refuses a row with %s, by its number', (_what, change: Record<number, string>, sentence) => {
    const second = (good[1] ?? []).map((cell, place) => change[place] ?? cell);
    const { people, problems } = readPeople(tableOf([good[0] ?? [], second]));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^Row 3: /);
    expect(problems[0]).toContain(sentence);
    expect(people).toHaveLength(1);
  });

  it('refuses a department that is in two centres', () => {
    const third = ['Cia Dam', 'cia@ishoj.example', '', 'Børnehus', 'Center Syd', '', '', '', ''];
    expect(readPeople(tableOf([...good, third])).problems.join()).toContain('Center Nord in row 3');
  });

  it('reports all problems of a file at once', () => {
    const broken = ['', 'x', '', '', '', 'y', '2024-13-01', 'Troldmand', 'måske'];
    expect(readPeople(tableOf([...good, broken])).problems.length).toBeGreaterThanOrEqual(6);
  });

  it('says which columns it does not know and which are missing', () => {
    expect(findColumns(['Name', 'Mail', 'Department', 'Shoe size'])).toMatchObject({
      unknown: ['Shoe size'],
      problems: [],
    });
    expect(findColumns(['Stilling']).problems).toHaveLength(3);
    expect(findColumns(['Navn', 'Name', 'Mail', 'Afdeling']).problems).toHaveLength(1);
  });
});

describe('what stands in the cells', () => {
  it.each([
    ['2026-01-31', '2026-01-31'],
    ['31-01-2026', '2026-01-31'],
    ['1/2/2026', '2026-02-01'],
    ['31.01.2026', '2026-01-31'],
    ['2026-02-29', undefined],
    ['i går', undefined],
  ])('reads the day %s', (text, day) => expect(readDay(text)).toBe(day));

  it('reads several roles, other centres and the chair', () => {
    expect(readRoles('ISK; ISK (Center Syd), Udvalget (formand)').roles).toEqual([
      { role: 'coordinator', chair: false },
      { role: 'coordinator', chair: false, centre: 'Center Syd' },
      { role: 'securityCommittee', chair: true },
    ]);
  });

  it('knows no role by a name that every object has', () =>
    expect(readRoles('constructor; isk')).toEqual({
      roles: [{ role: 'coordinator', chair: false }],
      unknown: ['constructor'],
    }));
});

describe('import-people', () => {
  const run = async (file: string, ...more: string[]) => {
    const lines: string[] = [];
    const config = async () =>
      readConfig({ DATA_DIR: join(folder, 'data'), PORT: '0', LOG_LEVEL: 'silent' }, deskValues);
    const code = await importPeople.run({ args: [file, ...more], print: (line) => lines.push(line), config });
    return { code, text: lines.join('\n') };
  };

  it('only judges in a dry run', async () => {
    const { code, text } = await run(fileWith('good.csv', csv(good, ';')), '--dry-run');
    expect(code).toBe(0);
    expect(text).toContain('2 people in 1 centres');
    expect(text).toContain('nothing was loaded');
  });

  it('loads nothing while a row has a problem', async () => {
    const { code, text } = await run(fileWith('bad.csv', csv([['', 'x']], ';')));
    expect(code).toBe(1);
    expect(text).toContain('Nothing was loaded');
  });

  it('loads the people, their centres and roles into the desk', async () => {
    const { code, text } = await run(fileWith('good.csv', csv(good, ';')));
    expect(code).toBe(0);
    expect(text).toContain('1 Centres, 2 People, 3 RoleAssignments');
  });
});
