import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import { eachItem } from '../each-item.ts';
import { addDays, nowOf, stableKey, todayOf, type LocalDate, type PersonId } from '../kernel/index.ts';
import { isSetAside, type Stored } from '../sharepoint/index.ts';
import { completionsBy } from './completions.ts';
import { yearAfter } from './due-date.ts';
import { MissedCycles, type Missed, type MissedCycle } from './missed-cycle-list.ts';
import { CourseRounds, type CourseRound } from './round-list.ts';
import { roundStatuses, type Obliged } from './round-statuses.ts';
import { dayOfRound, roundsInOrder, stateOfRound } from './rounds.ts';
import type { Taken } from './status.ts';

export const missedKey = (roundKey: string, personId: PersonId): string => stableKey(roundKey, personId);

/** Days after a round in which misses are recorded; later changes do not alter history. */
const recordedWithin = 30;
/** Concurrent writes; the unit budget limits their rate. */
const writers = 8;

/**
 * Records misses permanently: once a person’s last day has passed, or after the round for those due within it. Not
 * during leave or exemption. Idempotent: the next run completes an interrupted one. 2 resource units each, in the
 * background lane. Returns their number. Throws AppError `unavailable`.
 */
export async function recordMissedCycles(context: Context): Promise<number> {
  const list = context.list(MissedCycles);
  const today = todayOf(context.clock);
  const due = roundsInOrder(context).flatMap((round) =>
    missers(context, round, today)
      .map((misser) => ({ key: missedKey(round.key, misser.personId), round, misser }))
      .filter(({ key }) => list.get(key) === undefined && !isSetAside(list, key)),
  );
  const each = eachItem(context, 'missedCycles');
  await each.together(writers, due, async ({ key, round, misser: { person, personId, centreId, status } }) => {
    const about = { roundKey: round.key, courseKey: round.courseKey, personId, due: status.due };
    const where = centreId === undefined ? {} : { centreId };
    await list.create({ key, title: person.title, ...about, ...where, at: nowOf(context.clock) }, 'background');
  });
  each.end();
  return due.length;
}

function missers(context: Context, round: CourseRound, today: LocalDate): readonly Obliged[] {
  const state = stateOfRound(context, round, today);
  const day = dayOfRound(context, round);
  if (state === 'coming' || (state === 'closed' && day < addDays(today, -recordedWithin))) return [];
  const last = state === 'closed' && day < round.dueOn ? round.dueOn : day;
  return roundStatuses(context, round).filter(
    ({ status }) => status.state === 'overdue' || (state === 'closed' && status.state === 'open' && status.due <= last),
  );
}

const nothing: readonly Stored<MissedCycle>[] = [];
const byPerson: (context: Context) => ReadonlyMap<PersonId, readonly Stored<MissedCycle>[]> = derivation(
  [MissedCycles],
  (context) => Map.groupBy(context.list(MissedCycles).all(), ({ personId }) => personId),
);

/** Whether a completion recorded later shows that the round was made in time. */
const wasInTime = (completions: readonly Taken[], { due }: MissedCycle, round: CourseRound | undefined): boolean =>
  completions.some(
    ({ completedOn }) =>
      completedOn <= due &&
      round !== undefined &&
      (completedOn >= round.opensOn || (round.basis === 'lastCompletion' && yearAfter(completedOn) > due)),
  );

/** Content of a record: its own round unless made in time after all, and those of closed records. */
export const countedBy = (context: Context, missed: Stored<MissedCycle>): readonly Missed[] => {
  const { counted, courseKey, personId, roundKey, due } = missed;
  if (counted) return counted;
  const isInTime = wasInTime(
    completionsBy(context, courseKey, personId),
    missed,
    context.list(CourseRounds).get(roundKey),
  );
  return isInTime ? [] : [{ roundKey, due }];
};

/**
 * A person's missed rounds, each once. Records are permanent; one does not count when a late recording shows completion
 * in time.
 */
export function missedBy(context: Context, personId: PersonId): readonly (Missed & { courseKey: string })[] {
  const found = new Map<string, Missed & { courseKey: string }>();
  for (const missed of byPerson(context).get(personId) ?? nothing)
    for (const { roundKey, due } of countedBy(context, missed))
      found.set(roundKey, { roundKey, due, courseKey: missed.courseKey });
  return [...found.values()];
}
