import type { Context } from '../context.ts';
import { inSlices, type LocalDate, type Obligation, type PersonId } from '../kernel/index.ts';
import {
  allObligations,
  nudgedAfter,
  obligationsByPerson,
  obligationsInTurn,
  obligationsOf,
  type Owed,
} from '../obligations/index.ts';
import { findPerson, isAway, isEmployed } from '../organisation/index.ts';
import { isWorkingDay } from '../working-days.ts';
import { isLegallyRequired, isNear, latestEscalation } from './cadence.ts';
import { cadenceOf } from './cadences.ts';
import { chancesBefore } from './chances.ts';
import { byDue, type Digest, type DigestLine, type Escalation, type ReminderStep } from './digest.ts';
import { follower, followUpsOf, type FollowUp } from './follow-ups.ts';
import { hasOtherCard, latestTold, ownCard } from './told.ts';
import { hasStepIn, isRepeatedIn, laterTold, nudgesAfter, turnsOf, type Turn, type Turns } from './turn.ts';
import { isMuted, wishesOf } from './wishes.ts';

/**
 * What a person is to be told on a day, as of now: what is owed and still open, when a step of any of it lies after the
 * day of the latest digest. What is near its due date stands along. `undefined` when nothing is to be said: on closed
 * days, to people on leave or not employed, to whoever gets another card that day, and when no step falls. Digests of
 * the day itself do not count as told, so that a card that was sent can be drawn anew. From memory: no Graph call.
 */
export function digestOf(context: Context, personId: PersonId, day: LocalDate): Digest | undefined {
  if (!isWorkingDay(day)) return undefined;
  return digestFrom(context, { personId, day, own: obligationsOf(context, personId, day) }, () =>
    followUpsOf(context, personId, day),
  );
}

/** The digests of a day by person id: the whole plan of it, for the job. From memory: no Graph call. */
export const digestsOf = (context: Context, day: LocalDate): readonly Digest[] =>
  isWorkingDay(day)
    ? [
        ...plan(context, day, { all: allObligations(context, day), byPerson: obligationsByPerson(context, day) }),
      ].flatMap((one) => one ?? [])
    : [];

/** One person after the other, so that whoever plans for somebody who waits can let others in between. */
function* plan(context: Context, day: LocalDate, { all, byPerson: mine }: Owed): Generator<Digest | undefined> {
  const others = new Map<PersonId, FollowUp[]>();
  const follow = follower(context, day, others);
  for (const obligation of all) {
    follow(obligation);
    yield undefined;
  }
  const asked = new Set(others.keys());
  for (const [personId, own] of mine) if (own.some(({ state }) => state === 'open')) asked.add(personId);
  for (const personId of [...asked].sort()) {
    const own = mine.get(personId) ?? [];
    yield digestFrom(context, { personId, day, own }, () => others.get(personId) ?? []);
  }
}

/** The same for somebody who waits: others are answered meanwhile. What changes meanwhile may be in it or not. */
export async function digestsInTurn(context: Context, day: LocalDate): Promise<readonly Digest[]> {
  if (!isWorkingDay(day)) return [];
  const owed = await obligationsInTurn(context, day);
  const found: Digest[] = [];
  await inSlices(plan(context, day, owed), (digest) => {
    if (digest) found.push(digest);
  });
  return found;
}

interface Asked {
  personId: PersonId;
  day: LocalDate;
  own: readonly Obligation[];
}

function digestFrom(context: Context, asked: Asked, followed: () => readonly FollowUp[]): Digest | undefined {
  const { personId, day } = asked;
  const person = findPerson(context, personId);
  if (!person || !isEmployed(person, day) || isAway(person, day)) return undefined;
  const latest = latestTold(context, personId, day);
  const turns = turnsOf(wishesOf(context, personId), day, latest, chancesBefore(context, person, day));
  const { lines, isDue } = ownLines(context, asked, turns);
  const escalations = escalationsFor(context, followed(), day, turns);
  if ((!isDue && escalations.length === 0) || hasOtherCard(context, personId, day)) return undefined;
  return { day, personId, lines, escalations };
}

/** The turn in which a kind is told: what everybody must do keeps its own days, whatever a person wishes. */
const turnFor = (turns: Turns, kind: string): Turn | undefined =>
  isLegallyRequired(kind) ? turns.daily : turns.wished;

/** What stands in a digest of the own, and whether any of it is a reason to send one. */
function ownLines(
  context: Context,
  { personId, day, own }: Asked,
  turns: Turns,
): { lines: DigestLine[]; isDue: boolean } {
  const wishes = wishesOf(context, personId);
  const lines: DigestLine[] = [];
  let isDue = false;
  for (const obligation of own) {
    if (obligation.state !== 'open' || obligation.since > day || isMuted(wishes, obligation.kind)) continue;
    const turn = turnFor(turns, obligation.kind);
    const reason = turn && stepIn(context, obligation, day, turn);
    const step = reason ?? stepIn(context, obligation, day, turns.daily);
    if (step === undefined && !isNear(cadenceOf(context, obligation.kind), obligation, day)) continue;
    lines.push(step === undefined ? { obligation } : { obligation, step });
    isDue ||= reason !== undefined;
  }
  lines.sort((one, other) => byDue(one.obligation, other.obligation));
  return { lines, isDue };
}

/**
 * What falls for an obligation in a turn, said as it stands on the day. A card of its own about the same subject counts
 * as told, and on its day nothing else is said about it (R9: no second nag on the day of publication).
 */
function stepIn(context: Context, obligation: Obligation, day: LocalDate, given: Turn): ReminderStep | undefined {
  const { kind, subject, personId, due } = obligation;
  const card = ownCard(context, subject.key, personId);
  if (card?.isComing === true || card?.latest?.day === day) return undefined;
  const after = laterTold(given.after, card?.latest);
  const turn = after ? { ...given, after } : given;
  const isNudged = nudgedAfter(context, personId, nudgesAfter(turn, obligation.since)).some(
    (nudge) => nudge.kind === kind && nudge.subjectKey === subject.key,
  );
  if (isNudged) return 'nudge';
  if (!hasStepIn(turn, cadenceOf(context, kind), obligation)) return undefined;
  if (due < day) return 'overdue';
  return due === day ? 'onTheDay' : 'before';
}

/** What others owe, by level and centre, where its ladder says so in this turn. */
function escalationsFor(
  context: Context,
  followed: readonly FollowUp[],
  day: LocalDate,
  turns: Turns,
): readonly Escalation[] {
  let isDue = false;
  const told = followed.filter(({ obligation, threshold }) => {
    const turn = turnFor(turns, obligation.kind);
    const falls = turn !== undefined && isRepeatedIn(turn, latestEscalation(threshold, obligation, turn.at));
    isDue ||= falls;
    return falls || isRepeatedIn(turns.daily, latestEscalation(threshold, obligation, day));
  });
  return isDue ? grouped(told) : [];
}

export function grouped(told: readonly FollowUp[]): Escalation[] {
  const groups = Map.groupBy(told, ({ level, obligation }) => `${level} ${obligation.centreId ?? ''}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { centreId } = first.obligation;
    const obligations = group.map(({ obligation }) => obligation).sort(byDue);
    return [{ level: first.level, ...(centreId === undefined ? {} : { centreId }), obligations }];
  });
}
