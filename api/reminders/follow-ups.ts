import type { Context } from '../context.ts';
import { contextPart } from '../context-part.ts';
import { derivation } from '../derivation.ts';
import { isOverdue, todayOf, type CentreId, type LocalDate, type Obligation, type PersonId } from '../kernel/index.ts';
import { allObligations, obligationsOf, type Overdue } from '../obligations/index.ts';
import { People, RoleAssignments } from '../organisation/index.ts';
import { cadenceOf } from './cadences.ts';
import type { Escalation, EscalationLevel } from './digest.ts';
import type { Cadence } from './cadence.ts';
import { ladderOn, rungsOf, type Ladder, type Rung } from './ladder.ts';

/** Another's obligation, for the person who follows it up once it is overdue by `threshold` days. */
export interface FollowUp {
  obligation: Obligation;
  level: EscalationLevel;
  threshold: number;
}
export type FollowUps = ReadonlyMap<PersonId, readonly FollowUp[]>;

const ladders = derivation(
  [People, RoleAssignments],
  () => new Map<LocalDate, Ladder>(),
  (context) => todayOf(context.clock),
);
function ladder(context: Context, day: LocalDate): Ladder {
  const known = ladders(context).get(day) ?? ladderOn(context, day);
  ladders(context).set(day, known);
  return known;
}

/** Overdue work on a day, by who follows it up. */
export function followUps(context: Context, day: LocalDate, owed: readonly Obligation[]): FollowUps {
  const found = new Map<PersonId, FollowUp[]>();
  const follow = follower(context, day, found);
  for (const obligation of owed) follow(obligation);
  return found;
}

/** Assigns one obligation to those who follow it up, for callers that process 100,000 in slices. */
export function follower(
  context: Context,
  day: LocalDate,
  found: Map<PersonId, FollowUp[]>,
): (obligation: Obligation) => void {
  const rungsFor = rungsOn(context, day);
  return (obligation) => {
    if (!isOverdue(obligation, day)) return;
    for (const { personId, level, threshold } of rungsFor(obligation)) {
      const followUp = { obligation, level, threshold };
      const known = found.get(personId);
      if (known) known.push(followUp);
      else found.set(personId, [followUp]);
    }
  };
}

/** Cached: the rungs of a kind in a centre are the same for everybody who is not on the ladder. */
function rungsOn(context: Context, day: LocalDate): (obligation: Obligation) => readonly Rung[] {
  const on = ladder(context, day);
  const cadences = new Map<string, Cadence>();
  const rungs = new Map<string, readonly Rung[]>();
  return (obligation) => {
    const { kind, personId, centreId = '' } = obligation;
    const cadence = cadences.get(kind) ?? cadenceOf(context, kind);
    cadences.set(kind, cadence);
    if (on.has(personId)) return rungsOf(on, obligation, cadence);
    const place = `${kind} ${centreId}`;
    const known = rungs.get(place) ?? rungsOf(on, obligation, cadence);
    rungs.set(place, known);
    return known;
  };
}

interface Cached {
  day: LocalDate;
  owed: readonly Obligation[];
  /** By the program's clock, and real time: the latter bounds the cost of answers. */
  at: number;
  realAt: number;
  found: FollowUps;
}
const cache = contextPart<Cached>('reminders/followUps');
/** Cache time (ms), so that during many presses the obligations are not derived per recipient. */
const goodFor = 20_000;

function cachedNow(context: Context, day: LocalDate): Cached {
  const known = cache.get(context);
  const [at, realAt] = [context.clock.now().getTime(), performance.now()];
  if (known?.day === day && Math.abs(at - known.at) < goodFor && realAt - known.realAt < goodFor) return known;
  const owed = allObligations(context, day);
  const found = known?.day === day && known.owed === owed ? known.found : followUps(context, day, owed);
  const now = { day, owed, at, realAt, found };
  cache.set(context, now);
  return now;
}

/** Whether a person follows up others' work. From memory. */
export const followsUp = (context: Context, personId: PersonId): boolean =>
  ladder(context, todayOf(context.clock)).has(personId);

/** Recounts overdue work for a person who follows up others: their own act shows at once. */
export function countAnew(context: Context, personId: PersonId): void {
  if (followsUp(context, personId)) cache.delete(context);
}

/** All obligations on a day, at most 20 seconds old. */
export const owedForDigests = (context: Context, day: LocalDate): readonly Obligation[] => cachedNow(context, day).owed;

/** One person's follow-ups, each rechecked: those done since are left out. */
export function followUpsOf(context: Context, personId: PersonId, day: LocalDate): readonly FollowUp[] {
  if (!ladder(context, day).has(personId)) return [];
  const owed = new Map<PersonId, ReadonlyMap<string, Obligation>>();
  const nowOf = ({ personId: who, key }: Obligation): Obligation | undefined => {
    const known = owed.get(who) ?? new Map(obligationsOf(context, who, day).map((one) => [one.key, one]));
    owed.set(who, known);
    return known.get(key);
  };
  return (cachedNow(context, day).found.get(personId) ?? []).flatMap(({ obligation, ...rest }) => {
    const now = nowOf(obligation);
    return now && isOverdue(now, day) ? [{ obligation: now, ...rest }] : [];
  });
}

/**
 * Overdue work for a person with follow-ups: all of each centre followed up as ISK or manager, and of every other
 * centre for the committee's speaker. Own centres first, then by size.
 */
export function othersOverdue(followed: readonly FollowUp[], overdue: Overdue): Escalation[] {
  const levels = new Map<CentreId | undefined, EscalationLevel>();
  for (const { level, obligation } of followed) if (level !== 'committee') levels.set(obligation.centreId, level);
  const isForAll = followed.some(({ level }) => level === 'committee');
  return [...overdue.values()]
    .flatMap((one): Escalation[] => {
      const level = levels.get(one.centreId) ?? (isForAll ? 'committee' : undefined);
      return level === undefined ? [] : [{ ...one, level }];
    })
    .sort(
      (one, other) =>
        Number(one.level === 'committee') - Number(other.level === 'committee') ||
        other.obligations.length - one.obligations.length,
    );
}
