import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import { isOverdue, todayOf, type LocalDate, type Obligation, type PersonId } from '../kernel/index.ts';
import { allObligations, obligationsOf } from '../obligations/index.ts';
import { People, RoleAssignments } from '../organisation/index.ts';
import { cadenceOf } from './cadences.ts';
import type { EscalationLevel } from './digest.ts';
import type { Cadence } from './cadence.ts';
import { ladderOn, rungsOf, type Ladder, type Rung } from './ladder.ts';

/** What somebody else owes, told to whoever follows it up once it is overdue by `threshold` days. */
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

/** What is overdue on a day, by who is to follow it up. */
export function followUps(context: Context, day: LocalDate, owed: readonly Obligation[]): FollowUps {
  const found = new Map<PersonId, FollowUp[]>();
  const follow = follower(context, day, found);
  for (const obligation of owed) follow(obligation);
  return found;
}

/** Puts one obligation to whoever is to follow it up, for whoever goes through 100,000 of them in slices. */
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

/** The rungs of a kind in a centre are the same for all who do not stand on the ladder themselves: reckoned once. */
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

interface Kept {
  day: LocalDate;
  owed: readonly Obligation[];
  /** Real time: it is about what an answer costs, not about the day. */
  at: number;
  found: FollowUps;
}
const kept = new WeakMap<Context, Kept>();
/** While people press all the time, what everybody owes is not derived for every single recipient (ms). */
const goodFor = 20_000;

function followUpsNow(context: Context, day: LocalDate): FollowUps {
  const known = kept.get(context);
  if (known?.day === day && performance.now() - known.at < goodFor) return known.found;
  const owed = allObligations(context, day);
  const found = known?.day === day && known.owed === owed ? known.found : followUps(context, day, owed);
  kept.set(context, { day, owed, at: performance.now(), found });
  return found;
}

/** What one person is to follow up, each looked at again: what has been done since is not in it. */
export function followUpsOf(context: Context, personId: PersonId, day: LocalDate): readonly FollowUp[] {
  if (!ladder(context, day).has(personId)) return [];
  return (followUpsNow(context, day).get(personId) ?? []).flatMap(({ obligation, ...rest }) => {
    const now = obligationsOf(context, obligation.personId, day).find(({ key }) => key === obligation.key);
    return now && isOverdue(now, day) ? [{ obligation: now, ...rest }] : [];
  });
}
