import type { Context } from '../context.ts';
import { contextPart } from '../context-part.ts';
import { derivation } from '../derivation.ts';
import type { CentreRef, PersonRef } from '../http/contract.ts';
import {
  asAppError,
  fold,
  inSlices,
  sortedInSlices,
  todayOf,
  type CentreId,
  type Language,
  type LocalDate,
  type PersonId,
} from '../kernel/index.ts';
import { orWhileHeld, readAsKnown, type Stored } from '../sharepoint/index.ts';
import { Centres, type Centre } from './centre-list.ts';
import { isEmployed } from './person.ts';
import { People, type Person } from './person-list.ts';
import { compareDanish } from '../texts/format.ts';

const today = (context: Context) => todayOf(context.clock);
const byKey = (one: { key: string }, other: { key: string }) =>
  Number(one.key > other.key) - Number(one.key < other.key);

/** Places of the ids in order, until people are added or removed. */
const placesOfIds = contextPart<ReadonlyMap<string, number>>('organisation/people/ids');

/** Everybody by id. A list of 50,000 is read as a whole: asking it for each of them takes a tenth of a second. */
function everybodyById(context: Context): Stored<Person>[] {
  const all = context.list(People).all();
  const known = placesOfIds.get(context);
  const isSame = known?.size === all.length && all.every(({ key }) => known.has(key));
  const places = isSame ? known : placesIn(all.map(({ key }) => key).sort());
  placesOfIds.set(context, places);
  const sorted = [...all];
  for (const person of all) sorted[places.get(person.key) ?? 0] = person;
  return sorted;
}

function placesIn(keys: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const key of keys) places.set(key, places.size);
  return places;
}

/** The previous result: usually one record has changed, and the people are the same. */
interface Staff {
  version: number;
  day: LocalDate;
  all: readonly Stored<Person>[];
  places: ReadonlyMap<string, number>;
}
const staffs = contextPart<Staff>('organisation/people/staffs');

/** All current employees, sorted by person id. Recomputed when People or the day changes. */
export const employees: (context: Context) => readonly Stored<Person>[] = derivation(
  [People],
  (context) => {
    const day = today(context);
    const people = context.list(People);
    const { version } = people;
    const before = staffs.get(context);
    const same = before?.day === day ? sameStaff(context, before) : undefined;
    if (before && same) {
      staffs.set(context, { ...before, version, all: same });
      return same;
    }
    // Starts the list's change log.
    if (!before) people.changesSince(version);
    const all = everybodyById(context).filter((person) => isEmployed(person, day));
    staffs.set(context, { version, day, all, places: placesIn(all.map(({ key }) => key)) });
    return all;
  },
  today,
);

function sameStaff(context: Context, { version, day, all, places }: Staff): Stored<Person>[] | undefined {
  const changes = context.list(People).changesSince(version);
  if (!changes) return undefined;
  const staff = [...all];
  for (const { after } of changes) {
    if (!after) return undefined;
    const place = places.get(after.key);
    if (isEmployed(after, day) !== (place !== undefined)) return undefined;
    if (place !== undefined) staff[place] = after;
  }
  return staff;
}

export interface NamedPerson {
  person: Stored<Person>;
  /** The name as it is searched. */
  folded: string;
}

const inPhoneBook = (one: Stored<Person>, other: Stored<Person>): number =>
  compareDanish(one.title, other.title) || byKey(one, other);

/** The previous order: it hardly changes, and Danish name comparison is expensive. */
interface Order {
  version: number;
  named: readonly NamedPerson[];
  places: ReadonlyMap<string, number>;
}
const orders = contextPart<Order>('organisation/people/orders');

/** All known people, including leavers, in the order of a Danish phone book. */
export const everybodyByName: (context: Context) => readonly NamedPerson[] = derivation([People], (context) => {
  const { version } = context.list(People);
  const before = orders.get(context);
  const named = before && sameNames(context, before);
  if (before && named) {
    orders.set(context, { ...before, version, named });
    return named;
  }
  // Starts the list's change log.
  if (!before) context.list(People).changesSince(version);
  const sorted = byName(context, before?.named ?? []);
  orders.set(context, { version, named: sorted, places: placesIn(sorted.map(({ person }) => person.key)) });
  return sorted;
});

/** The same; the first time, when 50,000 names are sorted, in slices. */
export async function everybodyByNameInTurn(context: Context): Promise<readonly NamedPerson[]> {
  if (!orders.get(context)) {
    const people = context.list(People);
    const { version } = people;
    // Starts the list's change log: what changes between slices is in it.
    people.changesSince(version);
    const named: NamedPerson[] = [];
    const sorted = await sortedInSlices(people.all(), inPhoneBook);
    await inSlices(sorted, (person) => void named.push({ person, folded: fold(person.title) }));
    const places = placesIn(sorted.map(({ key }) => key));
    if (!orders.get(context)) orders.set(context, { version, named, places });
  }
  return everybodyByName(context);
}

/** The previous order if no person was added, removed or renamed since. */
function sameNames(context: Context, before: Order): NamedPerson[] | undefined {
  const changes = context.list(People).changesSince(before.version);
  if (!changes) return undefined;
  const named = [...before.named];
  for (const change of changes) {
    const place = change.after && before.places.get(change.after.key);
    const known = place === undefined ? undefined : named[place];
    if (place === undefined || !change.after || known?.person.title !== change.after.title) return undefined;
    named[place] = { person: change.after, folded: known.folded };
  }
  return named;
}

function byName(context: Context, before: readonly NamedPerson[]): NamedPerson[] {
  const people = context.list(People);
  const stood = new Map(before.map((named) => [named.person.key, named]));
  const folded = (person: Stored<Person>): NamedPerson => {
    const known = stood.get(person.key);
    if (known?.person === person) return known;
    return { person, folded: known?.person.title === person.title ? known.folded : fold(person.title) };
  };
  const again = before.flatMap(({ person: { key } }) => people.get(key) ?? []);
  const fresh = people.all().filter(({ key }) => !stood.has(key));
  return (before.length === 0 ? [...people.all()] : [...again, ...fresh]).sort(inPhoneBook).map(folded);
}

/** The employees in the same order. */
export const employeesByName: (context: Context) => readonly NamedPerson[] = derivation(
  [People],
  (context) => {
    const day = today(context);
    return everybodyByName(context).filter(({ person }) => isEmployed(person, day));
  },
  today,
);

/** A person's record, also after leaving. */
export const findPerson = (context: Context, id: PersonId | string): Stored<Person> | undefined =>
  context.list(People).get(id);

/** Not employed today, or unknown to the directory. From memory. */
export function hasLeft(context: Context, id: PersonId | string): boolean {
  const person = findPerson(context, id);
  return person === undefined || !isEmployed(person, today(context));
}

/** Left, or unknown to the directory; somebody who has not begun yet has not left. From memory. */
export function isFormer(context: Context, id: PersonId | string): boolean {
  const person = findPerson(context, id);
  return person === undefined || (person.leftOn !== undefined && person.leftOn <= today(context));
}

/** A person's chosen language, as last known, also while People is gone. */
export function languageKnown(context: Context, id: PersonId | string): Language | undefined {
  try {
    return readAsKnown(() => findPerson(context, id)?.language);
  } catch (thrown) {
    if (asAppError(thrown).kind !== 'unavailable') throw thrown;
    return undefined;
  }
}

/** Centres in use, in order. */
export const centres: (context: Context) => readonly Stored<Centre>[] = derivation([Centres], (context) =>
  context
    .list(Centres)
    .all()
    .filter((centre) => !centre.closed)
    .sort((one, other) => one.position - other.position || compareDanish(one.title, other.title)),
);

/** View of a centre; a closed one retains its name. */
export const centreRef = (context: Context, id: CentreId | string | undefined): CentreRef | undefined => {
  const centre = id === undefined ? undefined : orWhileHeld(() => context.list(Centres).get(id), undefined);
  return centre && { id: centre.key, title: centre.title };
};

/** Titles of all centres, closed ones too, for lists of many people. */
export const centreTitles = (context: Context): ReadonlyMap<CentreId | undefined, string> =>
  new Map(
    orWhileHeld(() => context.list(Centres).all(), []).map(({ key, title }): [CentreId, string] => [
      key as CentreId,
      title,
    ]),
  );

/** View of a person: name, job title, centre. An unknown person is shown by id. */
export function personRef(context: Context, id: PersonId | string): PersonRef {
  const person = findPerson(context, id);
  if (!person) return { id, name: id };
  const centre = centreRef(context, person.centreId)?.title;
  return {
    id: person.key,
    name: person.title,
    ...(person.jobTitle === undefined ? {} : { jobTitle: person.jobTitle }),
    ...(centre === undefined ? {} : { centre }),
  };
}
