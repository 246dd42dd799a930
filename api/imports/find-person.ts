import type { Context } from '../context.ts';
import { contextPart } from '../context-part.ts';
import { inSlices, todayOf, type CentreId, type PersonId } from '../kernel/index.ts';
import { everybodyByName, findPerson, fold, isEmployed, People, type Person } from '../organisation/index.ts';

export type FoundPerson = { personId: PersonId } | { problem: 'noPerson' | 'personNotFound' | 'severalPeople' };

/** Names of people in other systems, with possible matches. å/aa tolerant. */
interface Index {
  /** Of the indexed list. */
  version: number;
  byName: Map<string, PersonId[]>;
}
const cache = contextPart<Index>('imports/findPerson');

/** Built once, then updated incrementally. */
function peopleByName(context: Context): Index['byName'] {
  const known = caughtUp(context);
  if (known) return known;
  const { version } = context.list(People);
  const byName: Index['byName'] = new Map();
  for (const { person, folded } of everybodyByName(context)) addPerson(byName, person, folded);
  cache.set(context, { version, byName });
  return byName;
}

/** Builds it in slices, before very many lookups. */
export async function personNamesInTurn(context: Context): Promise<void> {
  if (caughtUp(context)) return;
  const people = context.list(People);
  const { version } = people;
  // Starts the list's change log.
  people.changesSince(version);
  const byName: Index['byName'] = new Map();
  await inSlices(everybodyByName(context), ({ person, folded }) => addPerson(byName, person, folded));
  cache.set(context, { version, byName });
}

function caughtUp(context: Context): Index['byName'] | undefined {
  const people = context.list(People);
  const known = cache.get(context);
  if (!known) {
    people.changesSince(people.version);
    return undefined;
  }
  const changes = people.changesSince(known.version);
  if (!changes) return undefined;
  for (const { before, after } of changes) {
    if (before) removePerson(known.byName, before);
    if (after) addPerson(known.byName, after, fold(after.title));
  }
  known.version = people.version;
  return known.byName;
}

const namesOf = (person: Person, folded: string): ReadonlySet<string> =>
  new Set([...signIns(person), folded, turned(folded)]);

function addPerson(byName: Index['byName'], person: Person, folded: string): void {
  for (const name of namesOf(person, folded)) {
    const known = byName.get(name);
    if (known) known.push(person.key as PersonId);
    else byName.set(name, [person.key as PersonId]);
  }
}

function removePerson(byName: Index['byName'], person: Person): void {
  for (const name of namesOf(person, fold(person.title))) {
    const left = byName.get(name)?.filter((id) => id !== person.key) ?? [];
    if (left.length > 0) byName.set(name, left);
    else byName.delete(name);
  }
}

/** Sign-in name, mail address, and either without the domain, as in many systems. */
const signIns = ({ upn, mail }: Person): string[] =>
  [upn, mail ?? ''].flatMap((address) => [address.toLowerCase(), address.toLowerCase().split('@', 1)[0] ?? '']);

/** `Ørum, Åse` for `Åse Ørum`, folded: the last word is the family name. */
function turned(name: string): string {
  const words = name.split(' ');
  return [words.at(-1) ?? '', ...words.slice(0, -1)].join(' ');
}

/**
 * The person of a cell: a sign-in name, a mail address, initials or a name. Ambiguities are resolved by the file's
 * centre, if given. Never guesses.
 */
export function findPersonByCell(context: Context, cell: string, centreId?: CentreId): FoundPerson {
  const written = cell.trim();
  if (written === '') return { problem: 'noPerson' };
  const index = peopleByName(context);
  const found = index.get(written.toLowerCase()) ?? index.get(fold(written)) ?? [];
  const [personId, ...others] = found.length > 1 ? narrowed(context, found, written, centreId) : found;
  if (personId === undefined) return { problem: 'personNotFound' };
  return others.length > 0 ? { problem: 'severalPeople' } : { personId };
}

/**
 * Narrows several matches, unless none would be left: exact spelling, still employed, in the centre. Leavers and
 * similar-sounding names do not make a name ambiguous.
 */
function narrowed(context: Context, found: readonly PersonId[], written: string, centreId: CentreId | undefined) {
  const today = todayOf(context.clock);
  const asWritten = written.toLowerCase();
  const keep: ((person: Person) => boolean)[] = [
    (person) => [person.title.toLowerCase(), ...signIns(person)].includes(asWritten),
    (person) => isEmployed(person, today),
    (person) => centreId !== undefined && person.centreId === centreId,
  ];
  return keep.reduce((left, fits) => {
    const fitting = left.filter((id) => {
      const person = findPerson(context, id);
      return person !== undefined && fits(person);
    });
    return fitting.length > 0 ? fitting : left;
  }, found);
}
