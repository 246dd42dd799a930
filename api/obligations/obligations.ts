import { setImmediate as breath } from 'node:timers/promises';
import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import { inSlices, todayOf, type LocalDate, type Obligation, type PersonId } from '../kernel/index.ts';
import { groupStamp } from './group-stamp.ts';
import { HandOvers } from './hand-over-list.ts';
import { employees, everybodyByNameInTurn } from '../organisation/index.ts';
import { identityStamp } from './identity-stamp.ts';
import { orWhileHeld } from '../sharepoint/index.ts';
import { sharedOn } from './shared-obligations.ts';
import { listsOfSources, obligationSources, type PersonalSource } from './source.ts';

type Obligations = readonly Obligation[];

/**
 * All obligations of one person on a day (default today), including done ones and those waiting for the return from
 * leave (R7). Independent of the number of employees. No Graph call.
 */
export const obligationsOf = (
  context: Context,
  personId: PersonId,
  today: LocalDate = todayOf(context.clock),
): Obligation[] => [
  ...obligationSources(context).personal.flatMap((source) =>
    orWhileHeld(() => source.of(context, personId, today), []),
  ),
  ...(sharedOn(context, today).byPerson.get(personId) ?? []),
];

/** Work that others can do for the one named, with its owner on a day. The same array until it changes. */
export const sharedObligations = (context: Context, today: LocalDate = todayOf(context.clock)): Obligations =>
  sharedOn(context, today).obligations;

/** Who is named for shared work by its source record, whoever has it. From memory. */
export const namedForWork = (context: Context, key: string, today: LocalDate = todayOf(context.clock)) =>
  sharedOn(context, today).named.get(key);

/** The concatenation of these parts: the same array until one changes. */
const joined = new WeakMap<Obligations, { parts: readonly Obligations[]; whole: Obligations }>();

/** All obligations on a day: done, open and paused. The same array until a source changes. */
export function allObligations(context: Context, today: LocalDate = todayOf(context.clock)): Obligations {
  const { personal } = obligationSources(context);
  return join(
    personal.map((source) => everybodys(context, source, today)),
    sharedOn(context, today).obligations,
  );
}

function join(personal: readonly Obligations[], shared: Obligations): Obligations {
  const parts = [...personal, shared];
  const known = joined.get(shared);
  if (known?.parts.length === parts.length && known.parts.every((part, place) => part === parts[place]))
    return known.whole;
  const whole = parts.flat();
  joined.set(shared, { parts, whole });
  return whole;
}

const sorted = new WeakMap<Obligations, ReadonlyMap<PersonId, Obligations>>();

/** The same by person; people without any are absent. */
export function obligationsByPerson(
  context: Context,
  today: LocalDate = todayOf(context.clock),
): ReadonlyMap<PersonId, Obligations> {
  const all = allObligations(context, today);
  const known = sorted.get(all);
  if (known) return known;
  const byPerson = new Map<PersonId, Obligation[]>();
  for (const obligation of all) sortIn(byPerson, obligation);
  sorted.set(all, byPerson);
  return byPerson;
}

function sortIn(byPerson: Map<PersonId, Obligation[]>, obligation: Obligation): void {
  const others = byPerson.get(obligation.personId);
  if (others) others.push(obligation);
  else byPerson.set(obligation.personId, [obligation]);
}

/** Changes whenever anything that obligations derive from does; always, if a source does not declare its inputs. */
export function obligationsStamp(context: Context): string {
  const { personal } = obligationSources(context);
  if (personal.some(({ lists }) => !lists)) return identityStamp({});
  const versions = [...listsOfSources(context), HandOvers].map((list) => context.list(list).version);
  return [...versions, groupStamp(context), ...personal.map((source) => alsoOf(source)(context))].join(' ');
}

/** All obligations on a day, in total and by person, as of their derivation. */
export interface Owed {
  all: Obligations;
  byPerson: ReadonlyMap<PersonId, Obligations>;
}

/**
 * Derives all obligations on a day in slices. Until something changes, `allObligations` and `obligationsByPerson` then
 * return it from the cache.
 */
export async function obligationsInTurn(context: Context, today: LocalDate = todayOf(context.clock)): Promise<Owed> {
  await everybodyByNameInTurn(context);
  await breath();
  employees(context);
  await breath();
  const personal: Obligations[] = [];
  for (const source of obligationSources(context).personal) {
    personal.push(await everybodysInTurn(context, source, today));
    await breath();
  }
  const shared = sharedOn(context, today).obligations;
  await breath();
  const all = join(personal, shared);
  const known = sorted.get(all);
  if (known) return { all, byPerson: known };
  const byPerson = new Map<PersonId, Obligation[]>();
  await inSlices(all, (obligation) => sortIn(byPerson, obligation));
  sorted.set(all, byPerson);
  return { all, byPerson };
}

/** Today and one day of a preview: 50,000 obligations a day are some megabytes. */
const mostDays = 2;
type Days = Map<LocalDate, Obligations>;
const cache = new WeakMap<PersonalSource, (context: Context) => Days>();

/** All obligations of one source; cached where it declares its lists. */
function everybodys(context: Context, source: PersonalSource, today: LocalDate): Obligations {
  const days = daysOf(context, source);
  return (
    days?.get(today) ??
    keep(
      days,
      today,
      orWhileHeld(() => [...source.all(context, today)], []),
    )
  );
}

async function everybodysInTurn(context: Context, source: PersonalSource, today: LocalDate): Promise<Obligations> {
  const days = daysOf(context, source);
  const known = days?.get(today);
  if (known) return known;
  const made: Obligation[] = [];
  await inSlices(source.all(context, today), (obligation) => void made.push(obligation));
  // After a change these days are discarded, and the next call derives again.
  return days?.get(today) ?? keep(days, today, made);
}

function daysOf(context: Context, source: PersonalSource): Days | undefined {
  if (!source.lists) return undefined;
  const days = cache.get(source) ?? derivation(source.lists, (): Days => new Map(), alsoOf(source));
  cache.set(source, days);
  return days(context);
}

function keep(days: Days | undefined, today: LocalDate, made: Obligations): Obligations {
  if (days && days.size >= mostDays) days.clear();
  days?.set(today, made);
  return made;
}

const alsoOf = (source: PersonalSource) => (context: Context) =>
  (source.also?.(context) ?? []).map(identityStamp).join(' ');
