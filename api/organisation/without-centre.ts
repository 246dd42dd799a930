import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import { todayOf, type Actor, type PersonId } from '../kernel/index.ts';
import type { FileAnswer } from '../http/route.ts';
import type { Stored } from '../sharepoint/index.ts';
import { sheetOf, workbook } from '../files/workbook/index.ts';
import { sortedBy } from '../texts/sort.ts';
import { Centres } from './centre-list.ts';
import type { WithoutCentreView } from './contract.ts';
import { departmentClaims, departmentKey } from './departments.ts';
import { freshnessOf } from './freshness.ts';
import { centreRef, centres, employeesByName, personRef } from './people.ts';
import { keepsAll } from './permissions.ts';
import { People, type Person } from './person-list.ts';

/** Names shown of a department; its workbook has all. */
const mostNames = 20;

/** Employees who are in no open centre, by name. */
export const employeesWithoutCentre: (context: Context) => readonly Stored<Person>[] = derivation(
  [People, Centres],
  (context) => {
    const open = new Set<string>(centres(context).map(({ key }) => key));
    return employeesByName(context).flatMap(({ person }) =>
      person.centreId === undefined || !open.has(person.centreId) ? [person] : [],
    );
  },
  (context) => todayOf(context.clock),
);

/** The same by department, as the directory spells it: the largest first, those without one last. */
export function departmentsWithoutCentre(context: Context, actor: Actor): WithoutCentreView {
  const claims = departmentClaims(context);
  const byKey = Map.groupBy(employeesWithoutCentre(context), ({ department }) => departmentKey(department ?? ''));
  const departments = [...byKey].map(([key, people]) => {
    const centre = centreRef(context, claims.get(key));
    return {
      ...(key === '' ? {} : { name: people[0]?.department?.trim() ?? key }),
      ...(centre === undefined ? {} : { centre }),
      employees: people.length,
      people: people.slice(0, mostNames).map((person) => personRef(context, person.key as PersonId)),
    };
  });
  const named = departments.filter(({ name }) => name !== undefined);
  return {
    departments: [
      ...sortedBy(named, ({ employees }) => employees, true),
      ...departments.filter(({ name }) => name === undefined),
    ],
    centres: centres(context).map(({ key, title }) => ({ id: key, title })),
    abilities: { place: keepsAll(actor) },
    freshness: freshnessOf(context, People, Centres),
  };
}

/** Each of them as a row of an Excel workbook in the actor's language; of a search those who match it. */
export function withoutCentreWorkbook(
  context: Context,
  actor: Actor,
  { q = '' }: { q?: string | undefined },
): Promise<FileAnswer> {
  const t = context.texts(actor.language);
  const claims = departmentClaims(context);
  const centreOf = ({ department = '' }: Person) => centreRef(context, claims.get(departmentKey(department)))?.title;
  // As the page searches.
  const has = (text = '') => text.toLowerCase().includes(q.toLowerCase());
  const found = employeesWithoutCentre(context).filter(
    (person) => has(person.title) || has(person.department) || has(centreOf(person)),
  );
  const sheet = sheetOf(t('documents.unplaced.sheet'), found, [
    [t('documents.unplaced.name'), 32, ({ title }) => title],
    [t('documents.unplaced.jobTitle'), 32, ({ jobTitle }) => jobTitle],
    [t('documents.unplaced.department'), 44, ({ department }) => department],
    [t('documents.unplaced.centre'), 44, centreOf],
    [t('documents.unplaced.mail'), 40, ({ mail, upn }) => mail ?? upn],
  ]);
  return workbook(t('documents.unplaced.fileName', { date: todayOf(context.clock) }), [sheet]);
}
