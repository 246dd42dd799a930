import { describe, expect, it } from 'vitest';
import { codecOf } from '../../../api/sharepoint/codec.ts';
import { internalName } from '../../../api/sharepoint/define-list.ts';
import { allLists } from '../../../teams-app/program/lists.ts';
import { someFields } from '../../faults/gone/some-record.ts';

type Definition = (typeof allLists)[number];

const outside = ['0001-01-01', '1601-01-01', '1899-12-31', '2100-01-01', '9999-12-31'];
const inside = ['1900-01-01', '2099-12-31'];
const kinds = [
  { is: '2026-11-24', write: (day: string) => day, wrong: 'dateOutside' },
  { is: '2026-11-24T09:12:00.000Z', write: (day: string) => `${day}T00:00:00.000Z`, wrong: 'momentOutside' },
];

const columnsOf = (definition: Definition) =>
  Object.entries(definition.columns).map(([field, column]) => ({ field, column, name: internalName(field, column) }));
const reads = (column: Definition['columns'][string], value: unknown) => column.parser.safeParse(value).success;

/** A structured value with a day in it that no sample has. */
const known: Readonly<Record<string, unknown>> = {
  'WheelActivities.Revisions': [{ from: '2026-11-24', scope: 'centres', startsOn: '2026-11-24', basis: 'calendar' }],
  'CourseRounds.History': { nextOpensOn: '2026-11-24', centres: [] },
};
function sampleOf(definition: Definition, field: string, name: string): unknown {
  const given = known[`${definition.name}.${name}`];
  if (given !== undefined) return JSON.stringify(given);
  const column = definition.columns[field];
  const columns = column ? { [field]: { ...column, optional: true } } : {};
  return someFields({ ...definition, columns }, () => undefined)[name];
}

/** The columns of days and of moments, of every list. */
const dated = allLists.flatMap((definition) =>
  columnsOf(definition).flatMap(({ column, name }) =>
    kinds
      .filter(({ is }) => reads(column, is) && !reads(column, 'i morgen'))
      .map((kind) => ({ ...kind, definition, column, name })),
  ),
);

describe('a day or moment of an item', () => {
  it('is of 1900 to 2099 in every list, and else its field is named', () => {
    expect(dated.length).toBeGreaterThan(150);
    const taken = dated.flatMap(({ definition, column, name, write, wrong }) => {
      const told = (day: string) => codecOf(definition).decode({ Key: 'one', [name]: write(day) });
      const isTold = (day: string) => {
        const decoded = told(day);
        return 'fields' in decoded && decoded.fields.some((one) => one.column === name && one.wrong === wrong);
      };
      // A last day of 9999 is none.
      const isNone = (day: string) => day === '9999-12-31' && column.optional && reads(column, day);
      return [...outside.filter((day) => !isNone(day) && !isTold(day)), ...inside.filter((day) => isTold(day))].map(
        (day) => `${definition.name}.${name} = ${day}`,
      );
    });
    expect(taken).toEqual([]);
  });

  it('that means no end is none, in columns of last days alone', () => {
    const open = dated.filter(({ column, write }) => reads(column, write('9999-12-31')));
    expect(open.map(({ definition, name }) => `${definition.name}.${name}`).toSorted()).toEqual([
      'Exemptions.Until',
      'HandOvers.Until',
      'People.AbsentTo',
      'RoleAssignments.EndsOn',
    ]);
    for (const { column } of open) expect(column.parser.parse('9999-12-31')).toBeUndefined();
  });

  it('within a structured value is of them too', () => {
    const days = /"2026-11-24(?=["T])/g;
    const structured = allLists.flatMap((definition) =>
      columnsOf(definition).flatMap(({ field, column, name }) => {
        const written = reads(column, 'i morgen') ? undefined : sampleOf(definition, field, name);
        const isDated = typeof written === 'string' && written.search(days) >= 0;
        return isDated ? [{ name: `${definition.name}.${name}`, column, written }] : [];
      }),
    );
    expect(structured.length).toBeGreaterThan(15);
    const taken = structured.flatMap(({ name, column, written }) =>
      ['0001-01-01', '2100-01-01'].filter((day) => reads(column, written.replaceAll(days, `"${day}`))).map(() => name),
    );
    // The program's own record of what it told, by days that it reckoned.
    expect(new Set(taken)).toEqual(new Set(['ReminderPages.Subjects']));
  });
});
