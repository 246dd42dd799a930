import { inOneLine, isCentreRole, type LocalDate } from '../../../api/kernel/index.ts';
import { readDay } from '../../../api/files/tables/index.ts';
import { findColumns, type ColumnName, type ColumnPlaces } from './columns.ts';
import { knownRoles, readLanguage, readRoles, readYesNo, type WantedRole } from './read-values.ts';
import type { Table } from './read-table.ts';

export interface ImportedPerson {
  row: number;
  name: string;
  /** Lower-case; also the sign-in name. */
  mail: string;
  jobTitle?: string;
  department: string;
  centre: string;
  /** E-mail address of the manager. */
  manager?: string;
  hiredOn?: LocalDate;
  roles: readonly WantedRole[];
  teams: boolean;
  language: 'da' | 'en';
}
export interface ReadPeople {
  people: ImportedPerson[];
  /** One sentence each, with row number and remedy. Any problem prevents loading. */
  problems: string[];
  /** Worth knowing, and no hindrance. */
  remarks: string[];
}

/** Reads and checks a table of people. Rows with problems are left out of `people`. */
export function readPeople(table: Table): ReadPeople {
  const { places, unknown, problems } = findColumns(table.headers);
  const remarks = unknown.map((header) => `Column "${header}" is not known and is left out.`);
  if (problems.length > 0) return { people: [], problems, remarks };
  const rows = table.rows.map(({ number, cells }) => readRow(number, cells, places));
  const everybody = rows.map(({ person }) => person);
  const found = [
    ...rows.flatMap(({ person, problems: own }) => own.map((problem) => `Row ${person.row}: ${problem}`)),
    ...duplicates(everybody),
    ...managersUnknown(everybody),
    ...centresUnknown(everybody),
    ...departmentsInTwo(everybody),
  ].sort((one, other) => rowOf(one) - rowOf(other));
  const faulty = new Set(found.map(rowOf));
  const people = everybody.filter(({ row }) => !faulty.has(row));
  const heldBy = (role: string) => everybody.some(({ roles }) => roles.some((wanted) => wanted.role === role));
  if (!heldBy('ciso'))
    remarks.push('Nobody is CISO, so nobody can publish the policy. Write CISO in the column Rolle.');
  if (!heldBy('coordinator'))
    remarks.push('Nobody is ISK. Write ISK in the column Rolle for one or two in each centre.');
  return { people, problems: found, remarks };
}

const rowOf = (problem: string): number => Number(/^Row (\d+)/.exec(problem)?.[1] ?? 0);

function readRow(
  row: number,
  cells: readonly string[],
  places: ColumnPlaces,
): { person: ImportedPerson; problems: string[] } {
  const problems: string[] = [];
  const cell = (name: ColumnName): string => {
    const place = places[name];
    return place === undefined ? '' : inOneLine(cells[place] ?? '');
  };
  /** Reads an optional cell; an unreadable one is a problem with the accepted values. */
  const read = <Value>(
    name: ColumnName,
    reader: (text: string) => Value | undefined,
    wanted: string,
  ): Value | undefined => {
    const text = cell(name);
    if (text === '') return undefined;
    const value = reader(text);
    if (value === undefined) problems.push(`"${text}" cannot be read. Write ${wanted}.`);
    return value;
  };

  const name = cell('name') || [cell('firstName'), cell('lastName')].filter(Boolean).join(' ');
  if (name === '') problems.push('no name. Fill it in, or remove the row.');
  if (name.length > 200) problems.push('the name is longer than 200 characters. Shorten it.');
  const mail = cell('mail').toLowerCase();
  if (mail === '') problems.push('no e-mail address. Fill it in, or remove the row.');
  else if (!isMail(mail)) problems.push(`"${mail}" is not an e-mail address. Correct it.`);
  const department = cell('department') || cell('centre');
  if (department === '') problems.push('no department. Fill in Afdeling or Center.');
  const centre = cell('centre') || department;
  const manager = read(
    'manager',
    (text) => (isMail(text) ? text.toLowerCase() : undefined),
    "the manager's e-mail address",
  );
  const hiredOn = read('hiredOn', readDay, 'a date such as 2026-01-31 or 31-01-2026');
  const teams = read('teams', readYesNo, 'ja or nej') ?? true;
  const language = read('language', readLanguage, 'da or en') ?? 'da';
  const { roles, unknown } = readRoles(cell('roles'));
  for (const role of unknown) problems.push(`"${role}" is not a role. Use ${knownRoles}.`);
  const jobTitle = cell('jobTitle').slice(0, 255);
  return {
    problems,
    person: {
      row,
      name,
      mail,
      department,
      centre,
      roles,
      teams,
      language,
      ...(jobTitle === '' ? {} : { jobTitle }),
      ...(manager === undefined ? {} : { manager }),
      ...(hiredOn === undefined ? {} : { hiredOn }),
    },
  };
}

const isMail = (text: string): boolean => /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/.test(text) && text.length <= 200;

function duplicates(people: readonly ImportedPerson[]): string[] {
  const first = new Map<string, number>();
  return people.flatMap(({ row, mail }) => {
    if (mail === '') return [];
    const known = first.get(mail);
    if (known === undefined) first.set(mail, row);
    return known === undefined ? [] : [`Row ${row}: ${mail} stands in row ${known} already. Remove one of them.`];
  });
}

function managersUnknown(people: readonly ImportedPerson[]): string[] {
  const known = new Set(people.map(({ mail }) => mail));
  return people.flatMap(({ row, mail, manager }) => {
    if (manager === undefined) return [];
    if (manager === mail) return [`Row ${row}: a person cannot be their own manager. Leave Leder empty.`];
    return known.has(manager)
      ? []
      : [`Row ${row}: the manager ${manager} is not in the file. Correct it, or leave it empty.`];
  });
}

function centresUnknown(people: readonly ImportedPerson[]): string[] {
  const centres = new Set(people.map(({ centre }) => centre));
  return people.flatMap(({ row, roles }) =>
    roles.flatMap(({ role, centre }) =>
      !isCentreRole(role) || centre === undefined || centres.has(centre)
        ? []
        : [`Row ${row}: nobody is in the centre "${centre}". Write it as in the column Center.`],
    ),
  );
}

/** The directory has departments only, so each must map to one centre. */
function departmentsInTwo(people: readonly ImportedPerson[]): string[] {
  const first = new Map<string, ImportedPerson>();
  return people.flatMap((person) => {
    if (person.department === '') return [];
    const known = first.get(person.department);
    if (!known) first.set(person.department, person);
    return !known || known.centre === person.centre
      ? []
      : [
          `Row ${person.row}: ${person.department} is in ${person.centre} here and in ${known.centre} in row ${known.row}. ` +
            'Give the departments different names, or correct one of the centres.',
        ];
  });
}
