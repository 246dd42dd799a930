import { setImmediate as breath } from 'node:timers/promises';
import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import { todayOf, type LocalDate, type Obligation, type PersonId } from '../kernel/index.ts';
import { groupStamp } from './group-stamp.ts';
import { HandOvers } from './hand-over-list.ts';
import { everybodyByName } from '../organisation/index.ts';
import { identityStamp } from './identity-stamp.ts';
import { sharedOn } from './shared-obligations.ts';
import { listsOfSources, obligationSources, type PersonalSource } from './source.ts';

type Obligations = readonly Obligation[];

/**
 * Everything one person owes on a day (today when none is given), also what is done and what waits while the person is
 * on leave (R7). Looks at nobody else, so that it costs the same with 50,000 employees. No Graph call.
 */
export const obligationsOf = (
  context: Context,
  personId: PersonId,
  today: LocalDate = todayOf(context.clock),
): Obligation[] => [
  ...obligationSources(context).personal.flatMap((source) => source.of(context, personId, today)),
  ...(sharedOn(context, today).byPerson.get(personId) ?? []),
];

/** The whole of what was joined from these parts: the same array until one of them is another. */
const joined = new WeakMap<Obligations, { parts: readonly Obligations[]; whole: Obligations }>();

/** What everybody owes on a day: done, open and paused. The same array until something that it comes from changes. */
export function allObligations(context: Context, today: LocalDate = todayOf(context.clock)): Obligations {
  const shared = sharedOn(context, today).obligations;
  const parts = [...obligationSources(context).personal.map((source) => everybodys(context, source, today)), shared];
  const known = joined.get(shared);
  if (known?.parts.length === parts.length && known.parts.every((part, place) => part === parts[place]))
    return known.whole;
  const whole = parts.flat();
  joined.set(shared, { parts, whole });
  return whole;
}

const sorted = new WeakMap<Obligations, ReadonlyMap<PersonId, Obligations>>();

/** The same by person; whoever owes nothing is not in it. */
export function obligationsByPerson(
  context: Context,
  today: LocalDate = todayOf(context.clock),
): ReadonlyMap<PersonId, Obligations> {
  const all = allObligations(context, today);
  const known = sorted.get(all);
  if (known) return known;
  const byPerson = new Map<PersonId, Obligation[]>();
  for (const obligation of all) {
    const others = byPerson.get(obligation.personId);
    if (others) others.push(obligation);
    else byPerson.set(obligation.personId, [obligation]);
  }
  sorted.set(all, byPerson);
  return byPerson;
}

/** Another whenever anything that obligations come from has changed; always another where a source does not tell from what. */
export function obligationsStamp(context: Context): string {
  const { personal } = obligationSources(context);
  if (personal.some(({ lists }) => !lists)) return identityStamp({});
  const versions = [...listsOfSources(context), HandOvers].map((list) => context.list(list).version);
  return [...versions, groupStamp(context), ...personal.map((source) => alsoOf(source)(context))].join(' ');
}

/**
 * Derives what everybody owes on a day, a source at a time, and lets others in between: then `allObligations` and
 * `obligationsByPerson` have it at hand.
 */
export async function obligationsInTurn(context: Context, today: LocalDate = todayOf(context.clock)): Promise<void> {
  const { personal } = obligationSources(context);
  const steps = personal.map((source) => () => everybodys(context, source, today));
  for (const step of [
    () => everybodyByName(context),
    ...steps,
    () => sharedOn(context, today),
    () => obligationsByPerson(context, today),
  ]) {
    step();
    await breath();
  }
}

/** Today, and a day that somebody looks ahead to: 50,000 obligations a day are some megabytes. */
const mostDays = 2;
const kept = new WeakMap<PersonalSource, (context: Context) => Map<LocalDate, Obligations>>();

/** What everybody owes by one source; kept where the source tells which lists it comes from. */
function everybodys(context: Context, source: PersonalSource, today: LocalDate): Obligations {
  if (!source.lists) return source.all(context, today);
  const days = kept.get(source) ?? derivation(source.lists, () => new Map<LocalDate, Obligations>(), alsoOf(source));
  kept.set(source, days);
  const byDay = days(context);
  const known = byDay.get(today);
  if (known) return known;
  if (byDay.size >= mostDays) byDay.clear();
  const made = source.all(context, today);
  byDay.set(today, made);
  return made;
}

const alsoOf = (source: PersonalSource) => (context: Context) =>
  (source.also?.(context) ?? []).map(identityStamp).join(' ');
