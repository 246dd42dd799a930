import { recordAct } from '../audit/index.ts';
import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import {
  addDays,
  localDate,
  repeatableKey,
  saidAt,
  stableKey,
  type Actor,
  type CentreId,
  type Instant,
  type LocalDate,
  type Obligation,
  type PersonId,
} from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { mostNudged, Nudges, type Nudge } from './nudge-list.ts';

export interface RecordNudge {
  /** Kind of obligation, e.g. `takeCourse`. */
  kind: string;
  subjectKey: string;
  centreId?: CentreId;
  people: readonly PersonId[];
}

/**
 * Records that a person requested reminders of these people. The button's feature decides who may, and how often; the
 * next digest includes it. One item for each 500 people, 2 resource units each, and one in the audit trail. A repeated
 * press continues with those not yet recorded. Returns its start. Throws AppError `unavailable`.
 */
export async function recordNudge(
  context: Context,
  actor: Actor,
  { kind, subjectKey, centreId, people }: RecordNudge,
): Promise<Instant> {
  const at = saidAt(context.clock, actor);
  const press = pressKey(actor, { kind, subjectKey, centreId });
  const before = nudgesOfPress(context, press);
  const told = new Set(before.flatMap((nudge) => nudge.people));
  const left = people.filter((person) => !told.has(person));
  for (let from = 0; from < left.length; from += mostNudged) {
    const some = left.slice(from, from + mostNudged);
    await context.list(Nudges).create({
      key: pageKey(press, before.length + from / mostNudged),
      title: `${kind}: ${some.length}`,
      kind,
      subjectKey,
      ...(centreId === undefined ? {} : { centreId }),
      people: some,
      by: actor.personId,
      at,
    });
  }
  const details = { kind, people: told.size + left.length, centreId: centreId ?? null };
  await recordAct(context, { act: 'nudge', subjectKey, actorId: actor.personId, at, details, occasion: press });
  return at;
}

/** One press may nudge about the same thing in several centres. */
type Nudged = Pick<RecordNudge, 'kind' | 'subjectKey'> & { centreId?: CentreId | undefined };
const pressKey = (actor: Actor, { kind, subjectKey, centreId }: Nudged): string =>
  stableKey('nudge', kind, subjectKey, repeatableKey(actor, 'nudge', ...(centreId === undefined ? [] : [centreId])));
const pageKey = (press: string, page: number): string => (page === 0 ? press : `${press}_${page}`);

function nudgesOfPress(context: Context, press: string): Stored<Nudge>[] {
  const found: Stored<Nudge>[] = [];
  for (
    let nudge = context.list(Nudges).get(press);
    nudge;
    nudge = context.list(Nudges).get(pageKey(press, found.length))
  )
    found.push(nudge);
  return found;
}

/** People already recorded by an earlier run of this press. */
export const nudgedByPress = (context: Context, actor: Actor, nudged: Nudged): readonly PersonId[] =>
  nudgesOfPress(context, pressKey(actor, nudged)).flatMap(({ people }) => people);

type NudgeOfPerson = Pick<Stored<Nudge>, 'kind' | 'subjectKey' | 'by' | 'at'>;

/** Oldest first. */
const byPerson = derivation([Nudges], (context) => {
  const found = new Map<PersonId, Stored<Nudge>[]>();
  const all = [...context.list(Nudges).all()].sort((one, other) => one.at.localeCompare(other.at));
  for (const nudge of all)
    for (const personId of nudge.people) {
      const known = found.get(personId);
      if (known) known.push(nudge);
      else found.set(personId, [nudge]);
    }
  return found;
});

const latestByKind = derivation([Nudges], (context) => latestBy(context, ({ kind }) => kind));

function latestBy(context: Context, nameOf: (nudge: Nudge) => string): Map<string, Map<PersonId, Instant>> {
  const names = new Map<string, Map<PersonId, Instant>>();
  for (const nudge of context.list(Nudges).all()) {
    const latest = names.get(nameOf(nudge)) ?? new Map<PersonId, Instant>();
    names.set(nameOf(nudge), latest);
    for (const personId of nudge.people) {
      const known = latest.get(personId);
      if (known === undefined || known < nudge.at) latest.set(personId, nudge.at);
    }
  }
  return names;
}

const nobody: ReadonlyMap<PersonId, Instant> = new Map();

/** When each person was last nudged about this kind; others are absent. */
export const latestNudges = (context: Context, kind: string): ReadonlyMap<PersonId, Instant> =>
  latestByKind(context).get(kind) ?? nobody;

/** When each person was last nudged about one thing; others are absent. */
function latestNudgesAbout(context: Context, kind: string, subjectKey: string): ReadonlyMap<PersonId, Instant> {
  return latestByThing(context).get(`${kind} ${subjectKey}`) ?? nobody;
}
/** Days between two nudges about the same thing. */
const nudgesApart = 7;

/** When the person was nudged about this within the last week; undefined: may be nudged. */
export function askedLately(
  context: Context,
  { kind, subject, personId }: Pick<Obligation, 'kind' | 'subject' | 'personId'>,
  today: LocalDate,
): LocalDate | undefined {
  const at = latestNudgesAbout(context, kind, subject.key).get(personId);
  const day = at === undefined ? undefined : localDate(at);
  return day !== undefined && today < addDays(day, nudgesApart) ? day : undefined;
}
const latestByThing = derivation([Nudges], (context) => latestBy(context, (one) => `${one.kind} ${one.subjectKey}`));

/**
 * Nudges of a person after a day (on a later Danish day) or after a moment, oldest first. A digest includes the nudges
 * before its moment, so pass the moment where it is known.
 */
export function nudgedAfter(
  context: Context,
  personId: PersonId,
  after: LocalDate | Instant,
): readonly NudgeOfPerson[] {
  const isMoment = after.includes('T');
  return (byPerson(context).get(personId) ?? []).filter(({ at }) => (isMoment ? at : localDate(at)) > after);
}
