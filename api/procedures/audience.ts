import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import { todayOf, type CentreId } from '../kernel/index.ts';
import { employees, fold, isAway, People, type Person } from '../organisation/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import type { Procedure, ProcedureVersion } from './procedure-list.ts';
import { compareDanish } from '../texts/format.ts';

/** Employees by centre today, sorted by id; everybody under `undefined`. */
const employeesByCentre = derivation(
  [People],
  (context) => {
    const found = new Map<CentreId | undefined, Stored<Person>[]>();
    const all = [...employees(context)];
    for (const person of all) {
      if (person.centreId === undefined) continue;
      const known = found.get(person.centreId);
      if (known) known.push(person);
      else found.set(person.centreId, [person]);
    }
    return found.set(undefined, all);
  },
  (context) => todayOf(context.clock),
);

/** The employees of a centre today, or all of them. From memory. */
const employeesOf = (context: Context, centreId: CentreId | undefined): readonly Stored<Person>[] =>
  employeesByCentre(context).get(centreId) ?? [];

type Owned = Pick<Procedure, 'kind' | 'centreId'>;
type For = Pick<ProcedureVersion, 'jobTitles'>;

/** Normalised job titles, for comparison. */
const foldedTitles = new WeakMap<readonly string[], ReadonlySet<string>>();
function titlesOf({ jobTitles }: For): ReadonlySet<string> {
  const known = foldedTitles.get(jobTitles) ?? new Set(jobTitles.map(fold));
  foldedTitles.set(jobTitles, known);
  return known;
}
const foldedTitle = new Map<string, string>();
function foldedOnce(title: string): string {
  const known = foldedTitle.get(title) ?? fold(title);
  if (foldedTitle.size > 5_000) foldedTitle.clear();
  foldedTitle.set(title, known);
  return known;
}

/** Whether a version is for a person: the centre's people, for a guideline everybody, or those with a job title. */
export function isFor(
  procedure: Owned,
  version: For,
  person: Pick<Person, 'centreId' | 'jobTitle'> | undefined,
): boolean {
  if (!person) return false;
  if (procedure.kind === 'procedure' && (procedure.centreId === undefined || person.centreId !== procedure.centreId))
    return false;
  if (version.jobTitles.length === 0) return true;
  return person.jobTitle !== undefined && titlesOf(version).has(foldedOnce(person.jobTitle));
}

/** Everybody employed in a version's audience, on leave or not, by id. */
export function audienceOf(context: Context, procedure: Owned, version: For): Stored<Person>[] {
  const isLocal = procedure.kind === 'procedure';
  if (isLocal && procedure.centreId === undefined) return [];
  return employeesOf(context, isLocal ? procedure.centreId : undefined).filter((person) =>
    isFor(procedure, version, person),
  );
}

/** The same without people on leave, whose obligations are paused. */
export function peopleAsked(context: Context, procedure: Owned, version: For): Stored<Person>[] {
  const today = todayOf(context.clock);
  return audienceOf(context, procedure, version).filter((person) => !isAway(person, today));
}

/** Job titles in use in a centre, or everywhere, the most common first. */
export function jobTitlesOf(context: Context, centreId: CentreId | undefined): { title: string; people: number }[] {
  const found = new Map<string, { title: string; people: number }>();
  for (const { jobTitle } of employeesOf(context, centreId)) {
    if (jobTitle === undefined || jobTitle.trim() === '') continue;
    const key = foldedOnce(jobTitle);
    const known = found.get(key);
    if (known) known.people += 1;
    else found.set(key, { title: jobTitle, people: 1 });
  }
  return [...found.values()].sort((one, other) => other.people - one.people || compareDanish(one.title, other.title));
}
