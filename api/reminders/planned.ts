import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import type { LocalDate, PersonId } from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { ReminderPages, type PlannedPerson, type ReminderPage } from './page-list.ts';

const pagesByDay = derivation([ReminderPages], (context) => {
  const days = new Map<LocalDate, Stored<ReminderPage>[]>();
  for (const page of context.list(ReminderPages).all()) {
    const known = days.get(page.day);
    if (known) known.push(page);
    else days.set(page.day, [page]);
  }
  return days;
});

/** The pages of a day, in no order. */
export const pagesOn = (context: Context, day: LocalDate): readonly Stored<ReminderPage>[] =>
  pagesByDay(context).get(day) ?? [];

/** What somebody was to be told, with the page that names the subjects. */
export interface Planned {
  page: ReminderPage;
  person: PlannedPerson;
}
const peopleByDay = derivation([ReminderPages], () => new Map<LocalDate, ReadonlyMap<PersonId, Planned>>());

/** Whoever is to be told on a day, as far as it has been planned, with what. */
export function plannedOn(context: Context, day: LocalDate): ReadonlyMap<PersonId, Planned> {
  const days = peopleByDay(context);
  const known =
    days.get(day) ??
    new Map(pagesOn(context, day).flatMap((page) => page.people.map((person) => [person.person, { page, person }])));
  days.set(day, known);
  return known;
}
