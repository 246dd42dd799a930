import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import { todayOf, type CentreId, type PersonId } from '../kernel/index.ts';
import { everybodyByName, findPerson, fold, isEmployed, People, type Person } from '../organisation/index.ts';

export type FoundPerson = { personId: PersonId } | { problem: 'noPerson' | 'personNotFound' | 'severalPeople' };

type Index = ReadonlyMap<string, readonly PersonId[]>;

/** Everything another system may call a person by, each with whom it may mean. Names are searched å/aa tolerant. */
const peopleByName: (context: Context) => Index = derivation([People], (context) => {
  const index = new Map<string, PersonId[]>();
  for (const { person, folded } of everybodyByName(context)) {
    const names = [...signIns(person), folded, turned(folded)];
    for (const name of new Set(names)) {
      const known = index.get(name);
      if (known) known.push(person.key as PersonId);
      else index.set(name, [person.key as PersonId]);
    }
  }
  return index;
});

/** Sign-in name, mail address, and either without what stands after the @, as many systems keep it. */
const signIns = ({ upn, mail }: Person): string[] =>
  [upn, mail ?? ''].flatMap((address) => [address.toLowerCase(), address.toLowerCase().split('@', 1)[0] ?? '']);

/** `Ørum, Åse` of `Åse Ørum`, as it is searched: the family name is the last word. */
function turned(name: string): string {
  const words = name.split(' ');
  return [words.at(-1) ?? '', ...words.slice(0, -1)].join(' ');
}

/**
 * Whom a cell means: a sign-in name, a mail address, initials or a name. Of several, the one in the centre that the file
 * names, when there is one. Never a guess between two.
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
 * Fewer of several, as long as any are left: who is spelled just so, who is still employed, who is in the centre. Somebody
 * who has left, or whose name only sounds alike, makes nobody’s name ambiguous.
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
