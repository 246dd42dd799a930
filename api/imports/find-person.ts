import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import type { CentreId, PersonId } from '../kernel/index.ts';
import { everybodyByName, findPerson, fold, People, type Person } from '../organisation/index.ts';

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
  const [personId, ...others] = found.length > 1 ? narrowed(context, found, centreId) : found;
  if (personId === undefined) return { problem: 'personNotFound' };
  return others.length > 0 ? { problem: 'severalPeople' } : { personId };
}

function narrowed(context: Context, found: readonly PersonId[], centreId: CentreId | undefined): readonly PersonId[] {
  const near = centreId === undefined ? [] : found.filter((id) => findPerson(context, id)?.centreId === centreId);
  return near.length > 0 ? near : found;
}
