import type { z } from 'zod';
import { readDay, type Table } from '../../files/tables/index.ts';
import { headingsNamed } from '../../imports/index.ts';
import type { importMapping } from '../contract.ts';

export type Mapping = z.output<typeof importMapping>;

/** Column headings of known learning systems, most certain first. */
const headings = {
  person: [
    'brugernavn',
    'upn',
    'user principal name',
    'username',
    'user name',
    'bruger-id',
    'bruger id',
    'userid',
    'e-mail',
    'email',
    'mail',
    'e-mailadresse',
    'mailadresse',
    'initialer',
    'navn',
    'fulde navn',
    'name',
    'full name',
    'medarbejder',
    'deltager',
  ],
  completedOn: [
    'gennemført',
    'gennemført den',
    'gennemførelsesdato',
    'gennemført dato',
    'afsluttet',
    'afsluttet den',
    'slutdato',
    'bestået den',
    'completion date',
    'completed on',
    'completed at',
    'date completed',
    'dato',
    'date',
  ],
  state: ['status', 'tilstand', 'resultat', 'state', 'completion status', 'gennemførelsesstatus', 'bestået', 'passed'],
  course: [
    'kursus',
    'kursusnavn',
    'kursustitel',
    'kursets navn',
    'aktivitet',
    'modul',
    'læringsaktivitet',
    'e-læring',
    'course',
    'course name',
    'course title',
    'activity',
    'learning item',
  ],
} as const;

/** Values that mean completed. */
const completedValues = [
  'gennemført',
  'fuldført',
  'afsluttet',
  'bestået',
  'ja',
  'completed',
  'passed',
  'yes',
  '100',
  '100 %',
  '100%',
];

const plain = (text: string) => text.trim().toLowerCase();

/** Guesses the columns by heading and content. Unknown ones are left out. */
export function guessMapping(table: Table): Partial<Mapping> {
  const person = known(table, headings.person);
  const state = known(table, headings.state);
  const completed =
    state === undefined ? undefined : valuesOf(table, state).find((value) => completedValues.includes(plain(value)));
  const completedOn = [...headingsNamed(table, headings.completedOn), ...table.headers].find((header) =>
    looksLikeDays(table, header),
  );
  return {
    ...(person === undefined ? {} : { person }),
    ...(completedOn === undefined ? {} : { completedOn }),
    ...(state === undefined || completed === undefined ? {} : { state: { column: state, completed } }),
  };
}

/** Most values to choose from. */
const mostCourses = 100;

/** The course column, and its values in the whole file, most frequent first. */
export function coursesIn(table: Table): { column: string; values: string[] } | undefined {
  const column = known(table, headings.course);
  if (column === undefined) return undefined;
  const place = table.headers.indexOf(column);
  const counts = new Map<string, number>();
  for (const { cells } of table.rows) {
    const value = (cells[place] ?? '').trim();
    if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const values = [...counts].sort(([, one], [, other]) => other - one).map(([value]) => value);
  return { column, values: values.slice(0, mostCourses) };
}

const known = (table: Table, names: readonly string[]): string | undefined => headingsNamed(table, names)[0];

/** A column's values in the first rows. */
const valuesOf = (table: Table, heading: string): string[] => {
  const place = table.headers.indexOf(heading);
  return table.rows.slice(0, 200).map(({ cells }) => cells[place] ?? '');
};

function looksLikeDays(table: Table, heading: string): boolean {
  const written = valuesOf(table, heading).filter((value) => value !== '');
  return written.length > 0 && written.filter((value) => readDay(value) !== undefined).length * 2 > written.length;
}
