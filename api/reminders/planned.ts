import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import type { LocalDate, PersonId } from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import {
  ReminderPages,
  type PlannedCentre,
  type PlannedLine,
  type PlannedPerson,
  type PlannedSubject,
  type ReminderPage,
} from './page-list.ts';

const pagesByDay = derivation([ReminderPages], (context) => {
  const days = new Map<LocalDate, Stored<ReminderPage>[]>();
  for (const page of context.list(ReminderPages).all()) {
    const known = days.get(page.day);
    if (known) known.push(page);
    else days.set(page.day, [page]);
  }
  return days;
});

/** The pages of a day, unordered. */
export const pagesOn = (context: Context, day: LocalDate): readonly Stored<ReminderPage>[] =>
  pagesByDay(context).get(day) ?? [];

/** Whether a later day was served and the clock set back since. Skipped people were reminded on the later days. */
export const wasLeftBehind = (context: Context, day: LocalDate): boolean =>
  pagesOn(context, day).length > 0 && [...pagesByDay(context).keys()].some((other) => other > day);

/** A planned line with its subject. */
export interface ToldAbout extends PlannedLine {
  subject: PlannedSubject;
}

/** A person's planned lines: on one page usually, on several when they do not fit. */
export interface Planned {
  parts: readonly { page: ReminderPage; person: PlannedPerson }[];
}
const peopleByDay = derivation([ReminderPages], () => new Map<LocalDate, ReadonlyMap<PersonId, Planned>>());

/** People planned for a day so far, with their lines. */
export function plannedOn(context: Context, day: LocalDate): ReadonlyMap<PersonId, Planned> {
  const days = peopleByDay(context);
  const known = days.get(day) ?? plannedIn(pagesOn(context, day));
  days.set(day, known);
  return known;
}

/** People on the pages of one day, with their lines. */
export function plannedIn(pages: readonly ReminderPage[]): ReadonlyMap<PersonId, Planned> {
  const people = new Map<PersonId, Planned>();
  for (const page of pages.toSorted((one, other) => one.position - other.position))
    for (const person of page.people) {
      const before = people.get(person.person)?.parts;
      people.set(person.person, { parts: before ? [...before, { page, person }] : [{ page, person }] });
    }
  return people;
}

/** All planned lines of a person. */
export const linesOf = ({ parts }: Planned): ToldAbout[] =>
  parts.flatMap(({ page, person }) =>
    person.lines.flatMap((line) => {
      const subject = page.subjects[line.about];
      return subject ? [{ ...line, subject }] : [];
    }),
  );

/** A person's planned lines about a centre that they follow up. */
export interface ToldCentre extends Omit<PlannedCentre, 'groups'> {
  groups: readonly { about: PlannedSubject; subject: string; count: number }[];
}

export const otherCentres = ({ parts }: Planned): ToldCentre[] =>
  parts.flatMap(({ page, person }) =>
    (person.others ?? []).map(({ groups, ...centre }) => ({
      ...centre,
      groups: groups.flatMap(({ about, ...group }) => {
        const subject = page.subjects[about];
        return subject ? [{ about: subject, ...group }] : [];
      }),
    })),
  );

/** False after a crash before all was written: the next run adds the rest. */
export const isWhole = ({ parts }: Planned): boolean => parts.some(({ person }) => person.more !== true);
