import type { Context } from '../context.ts';
import { cardsAhead, whyUnreachable, type CardsAhead } from '../deliveries/index.ts';
import {
  inSlices,
  type LocalDate,
  type Obligation,
  type PersonId,
  addDays,
  eachDay,
  todayOf,
} from '../kernel/index.ts';
import {
  allObligations,
  obligationsByPerson,
  obligationsInTurn,
  obligationsOf,
  overdueByCentre,
  type Overdue,
  type Owed,
} from '../obligations/index.ts';
import { findPerson, isAway, isEmployed, type Person } from '../organisation/index.ts';
import { isWorkingDay, isWorkingTime, hourInDenmark, workingDayFrom, workingHours } from '../working-days.ts';
import { isTooLate, leastApart } from './cadence.ts';
import type { Digest, Escalation } from './digest.ts';
import { follower, followUpsOf, othersOverdue, owedForDigests, type FollowUp } from './follow-ups.ts';
import { latestDay, ownLines } from './own-lines.ts';
import { isWeekApart, othersToldBefore } from './told-before.ts';
import { hasOtherCard, latestTold } from './told.ts';
import { turnsOf, type Chances } from './turn.ts';
import { weeklyDay, wishesOf, type Wishes } from './wishes.ts';
import { contextPart } from '../context-part.ts';

/**
 * A person's digest of a day, as of now: open obligations, when one of them has a step since the day of the latest
 * digest. Those near their due date are included. `undefined` without content: on closed days, for people on leave or
 * not employed, for those with another card that day, and without a step. Digests of the day itself are ignored, so
 * that a sent card can be redrawn. From memory: no Graph call.
 */
export function digestOf(context: Context, personId: PersonId, day: LocalDate): Digest | undefined {
  if (!isWorkingDay(day)) return undefined;
  return digestFrom(context, {
    personId,
    day,
    own: obligationsOf(context, personId, day),
    followed: () => followUpsOf(context, personId, day),
    overdue: () => overdueByCentre(context, day, owedForDigests(context, day)),
    ahead: none,
  });
}

/** The digests of a day by person id: the job's plan. From memory: no Graph call. */
export const digestsOf = (context: Context, day: LocalDate): readonly Digest[] =>
  isWorkingDay(day)
    ? [
        ...plan(context, day, { all: allObligations(context, day), byPerson: obligationsByPerson(context, day) }),
      ].flatMap((one) => one ?? [])
    : [];

/** One person at a time, so that planning for a request can run in slices. */
function* plan(
  context: Context,
  day: LocalDate,
  { all, byPerson: mine }: Owed,
  ahead: CardsAhead = none,
): Generator<Digest | undefined> {
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
    const overdue = () => overdueByCentre(context, day, all);
    yield digestFrom(context, { personId, day, own, followed, overdue, ahead });
  }
}

/**
 * The same in slices, for a request. Changes made during it may or may not be included. Before the day's working hours
 * the other cards that are on their way are counted as sent on their day.
 */
export async function digestsInTurn(context: Context, day: LocalDate): Promise<readonly Digest[]> {
  if (!isWorkingDay(day)) return [];
  const owed = await obligationsInTurn(context, day);
  const isNow = day === todayOf(context.clock) && isWorkingTime(context.clock.now());
  const ahead = isNow ? none : await cardsAhead(context, day);
  const found: Digest[] = [];
  await inSlices(plan(context, day, owed, ahead), (digest) => {
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
  ahead: CardsAhead;
}
const none: CardsAhead = new Map();

const getsOtherCard = (context: Context, personId: PersonId, day: LocalDate, ahead: CardsAhead): boolean =>
  hasOtherCard(context, personId, day) || ahead.get(day)?.has(personId) === true;

function digestFrom(context: Context, asked: Asked): Digest | undefined {
  const { personId, day, own, ahead } = asked;
  const person = findPerson(context, personId);
  if (!person || !isEmployed(person, day) || isAway(person, day)) return undefined;
  const latest = latestTold(context, personId, day);
  const chances = chancesBefore(context, person, day, ahead);
  const turns = turnsOf(wishesOf(context, personId), day, latest, chances);
  const { lines, isDue } = ownLines(context, { ...asked, chances }, turns);
  const escalations = escalationsFor(context, asked, chances);
  if ((!isDue && escalations.length === 0) || getsOtherCard(context, personId, day, ahead)) return undefined;
  return { day, personId, lines, open: own.filter(({ state }) => state === 'open').length, escalations };
}

/**
 * All overdue work in the centres that a person follows up: once a week, on the person's own weekday, when some of it
 * has passed its threshold. The same number as the tab shows.
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
  const chance = chances && chanceOfOthers(followed, wishes, chances, told);
  const before = chance !== undefined && (told ?? '') < chance ? chance : told;
  if (before !== undefined && (before >= at || !isWeekApart(before, day))) return [];
  return othersOverdue(followed, overdue());
}

/** The next day before a future one on which the person is informed of others' work; undefined without one. */
function chanceOfOthers(
  followed: readonly FollowUp[],
  wishes: Wishes,
  { first, last }: Chances,
  told: LocalDate | undefined,
): LocalDate | undefined {
  const weekly = weeklyDay(wishes, last);
  if (!followed.some(({ obligation, threshold }) => isTooLate(threshold, obligation, weekly))) return undefined;
  const free = told === undefined ? first : workingDayFrom(addDays(told, leastApart));
  const chance = latestDay(first, weekly, free);
  return chance > last ? undefined : chance;
}

/**
 * When a person's digest can still be sent before `day`; undefined for today and the past, without such a day, and for
 * those whom nothing reaches.
 */
function chancesBefore(context: Context, person: Person, day: LocalDate, ahead: CardsAhead): Chances | undefined {
  const days = workingDaysBefore(context, day);
  if (days.length === 0 || whyUnreachable(context, person.key as PersonId) !== undefined) return undefined;
  const [first] = days;
  const last = days.findLast((one) => isThere(context, person, one, ahead));
  return first === undefined || last === undefined ? undefined : { first, last };
}

interface Ahead {
  now: number;
  day: LocalDate;
  days: readonly LocalDate[];
}
const cache = contextPart<Ahead>('reminders/chances');

/** Cached: asked for every person of a plan. */
function workingDaysBefore(context: Context, day: LocalDate): readonly LocalDate[] {
  const now = Math.floor(context.clock.now().getTime() / 60_000);
  const known = cache.get(context);
  if (known?.now === now && known.day === day) return known.days;
  const days: LocalDate[] = [];
  if (day > todayOf(context.clock))
    for (const one of eachDay(firstChance(context), addDays(day, -1))) if (isWorkingDay(one)) days.push(one);
  cache.set(context, { now, day, days });
  return days;
}

/** Today if not over, else the next working day. */
function firstChance(context: Context): LocalDate {
  const today = todayOf(context.clock);
  const isOver = hourInDenmark(context.clock.now()) >= workingHours.to;
  return workingDayFrom(isOver ? addDays(today, 1) : today);
}

const isThere = (context: Context, person: Person, day: LocalDate, ahead: CardsAhead): boolean =>
  isEmployed(person, day) && !isAway(person, day) && !getsOtherCard(context, person.key as PersonId, day, ahead);
