import type { Context } from '../context.ts';
import { inSlices, type LocalDate, type Obligation, type PersonId } from '../kernel/index.ts';
import {
  allObligations,
  obligationsByPerson,
  obligationsInTurn,
  obligationsOf,
  overdueByCentre,
  type Overdue,
  type Owed,
} from '../obligations/index.ts';
import { findPerson, isAway, isEmployed } from '../organisation/index.ts';
import { isWorkingDay } from '../working-days.ts';
import { isTooLate } from './cadence.ts';
import { chancesBefore } from './chances.ts';
import type { Digest, Escalation } from './digest.ts';
import { follower, followUpsOf, othersOverdue, owedForDigests, type FollowUp } from './follow-ups.ts';
import { ownLines } from './own-lines.ts';
import { isWeekApart, othersToldBefore } from './told-before.ts';
import { hasOtherCard, latestTold } from './told.ts';
import { turnsOf, type Chances } from './turn.ts';
import { weeklyDay, wishesOf, type Wishes } from './wishes.ts';

/**
 * What a person is to be told on a day, as of now: what is owed and still open, when a step of any of it lies after the
 * day of the latest digest. What is near its due date stands along. `undefined` when nothing is to be said: on closed
 * days, to people on leave or not employed, to whoever gets another card that day, and when no step falls. Digests of
 * the day itself do not count as told, so that a card that was sent can be drawn anew. From memory: no Graph call.
 */
export function digestOf(context: Context, personId: PersonId, day: LocalDate): Digest | undefined {
  if (!isWorkingDay(day)) return undefined;
  return digestFrom(context, {
    personId,
    day,
    own: obligationsOf(context, personId, day),
    followed: () => followUpsOf(context, personId, day),
    overdue: () => overdueByCentre(context, day, owedForDigests(context, day)),
  });
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
    const followed = () => others.get(personId) ?? [];
    yield digestFrom(context, { personId, day, own, followed, overdue: () => overdueByCentre(context, day, all) });
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
  followed(): readonly FollowUp[];
  overdue(): Overdue;
}

function digestFrom(context: Context, asked: Asked): Digest | undefined {
  const { personId, day, own } = asked;
  const person = findPerson(context, personId);
  if (!person || !isEmployed(person, day) || isAway(person, day)) return undefined;
  const latest = latestTold(context, personId, day);
  const chances = chancesBefore(context, person, day);
  const turns = turnsOf(wishesOf(context, personId), day, latest, chances);
  const { lines, isDue } = ownLines(context, { ...asked, chances }, turns);
  const escalations = escalationsFor(context, asked, chances);
  if ((!isDue && escalations.length === 0) || hasOtherCard(context, personId, day)) return undefined;
  return { day, personId, lines, open: own.filter(({ state }) => state === 'open').length, escalations };
}

/**
 * All that is overdue in the centres that somebody follows up: once a week, on the person's own weekday, when anything of it
 * has waited so long that it is told further. As many as the tab shows, so that whoever opens it finds the same.
 */
function escalationsFor(
  context: Context,
  { personId, day, followed: follows, overdue }: Asked,
  chances: Chances | undefined,
): readonly Escalation[] {
  const followed = follows();
  if (followed.length === 0) return [];
  const wishes = wishesOf(context, personId);
  const at = weeklyDay(wishes, day);
  if (!followed.some(({ obligation, threshold }) => isTooLate(threshold, obligation, at))) return [];
  const told = othersToldBefore(context, personId, day)?.day;
  const chance = chances && chanceOfOthers(followed, wishes, chances);
  const before = chance !== undefined && (told ?? '') < chance ? chance : told;
  if (before !== undefined && (before >= at || !isWeekApart(before, day))) return [];
  return othersOverdue(followed, overdue());
}

/** The day on the way to one that is to come on which somebody is told of others; undefined when there is none. */
function chanceOfOthers(
  followed: readonly FollowUp[],
  wishes: Wishes,
  { first, last }: Chances,
): LocalDate | undefined {
  const weekly = weeklyDay(wishes, last);
  if (!followed.some(({ obligation, threshold }) => isTooLate(threshold, obligation, weekly))) return undefined;
  return weekly > first ? weekly : first;
}
