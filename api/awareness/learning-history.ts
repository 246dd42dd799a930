import type { Context } from '../context.ts';
import { historyRow, yearOf, type HistoryRow, type Month } from '../history/index.ts';
import type { PersonId } from '../kernel/index.ts';
import { findPerson } from '../organisation/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { Completions, type Completion } from './completion-list.ts';
import { completionsBy } from './completions.ts';
import { Courses } from './course-list.ts';
import { MissedCycles, type MissedCycle, type Missed } from './missed-cycle-list.ts';
import { historyOf, horizonOf, type Horizon } from './round-history.ts';
import { CourseRounds } from './round-list.ts';
import { roundCounts } from './round-statuses.ts';
import { roundSpan } from './rounds.ts';
import { countedBy } from './missed-cycles.ts';

/**
 * Completions as history: those no round needs, by year of completion. Each person’s latest before the current rounds
 * stays. A course advances when a round becomes history: a few files a year.
 */
export const completionHistory = (reached: (context: Context) => number): HistoryRow =>
  historyRow({
    list: Completions,
    // The id, not the name, which may be pseudonymised later.
    inFile: (record) => ({ ...record, title: record.personId }),
    // `horizonOf` decides.
    lookBack: () => 0,
    reached,
    monthOf: monthsOfCompletions,
    settle: settleRounds,
    // Again, for rounds that became history since.
    leave: settleRounds,
  });

/** Historic missed rounds. Their content moves to one record per person and course. */
export const missedHistory = (): HistoryRow =>
  historyRow({
    list: MissedCycles,
    // The id, not the name, which may be pseudonymised later.
    inFile: (record) => ({ ...record, title: record.personId }),
    lookBack: () => 0,
    monthOf: (context) => {
      const carriers = carriersOf(context);
      return (missed) => (leaves(carriers.get(missed.key), missed) ? yearOf(missed.due) : undefined);
    },
    settle: settleRounds,
    leave: settleRounds,
  });

function monthsOfCompletions(context: Context): (completion: Stored<Completion>) => Month | undefined {
  const horizons = new Map(
    context
      .list(Courses)
      .all()
      .map(({ key }) => [key, horizonOf(context, key)]),
  );
  return (completion) => {
    const { courseKey, personId, completedOn } = completion;
    const horizon = horizons.get(courseKey);
    if (!horizon || completedOn >= horizon.from) return undefined;
    if (isAsked(context, personId, horizon)) {
      const own = completionsBy(context, courseKey, personId);
      if (own.findLast((one) => one.completedOn < horizon.latestBefore) === completion) return undefined;
    }
    return yearOf(completedOn);
  };
}

/** People who left before the first current round are not asked. */
function isAsked(context: Context, personId: PersonId, { opensOn }: Horizon): boolean {
  const person = findPerson(context, personId);
  return person !== undefined && (person.leftOn === undefined || person.leftOn >= opensOn);
}

const leaves = (carrier: Carrier | undefined, { key }: MissedCycle): boolean =>
  carrier !== undefined && (carrier.record.key !== key || carrier.counted.length === 0);

/**
 * Saves the summary of rounds becoming history, while their completions are in the list: numbers by centre, missed
 * rounds, and the first day still recorded. Idempotent. 2 resource units for each change, in the background lane.
 * Throws AppError `unavailable`.
 */
async function settleRounds(context: Context): Promise<void> {
  for (const course of context.list(Courses).all()) {
    const horizon = horizonOf(context, course.key);
    if (!horizon) continue;
    for (const round of horizon.past) {
      const { nextOpensOn } = roundSpan(context, round);
      if (round.history || nextOpensOn === undefined) continue;
      const history = historyOf(roundCounts(context, round), nextOpensOn);
      await context.list(CourseRounds).update(round.key, () => ({ history }), 'background');
    }
    if (course.historyBefore === undefined || course.historyBefore < horizon.from)
      await context.list(Courses).update(course.key, () => ({ historyBefore: horizon.from }), 'background');
  }
  for (const { record, counted, isWritten } of new Set(carriersOf(context).values()))
    if (!isWritten && counted.length > 0)
      await context.list(MissedCycles).update(record.key, () => ({ counted: [...counted] }), 'background');
}

/** The latest historic missed round of a person and course: it stays, with the others' content. */
interface Carrier {
  record: Stored<MissedCycle>;
  counted: readonly Missed[];
  /** Whether the record has it already. */
  isWritten: boolean;
}

/** Carrier of each historic missed round, by record key. */
function carriersOf(context: Context): ReadonlyMap<string, Carrier> {
  const past = new Set(
    [...Map.groupBy(context.list(CourseRounds).all(), ({ courseKey }) => courseKey).keys()].flatMap(
      (courseKey) => horizonOf(context, courseKey)?.past.map(({ key }) => key) ?? [],
    ),
  );
  const groups = Map.groupBy(
    context
      .list(MissedCycles)
      .all()
      .filter(({ roundKey }) => past.has(roundKey)),
    ({ courseKey, personId }) => JSON.stringify([courseKey, personId]),
  );
  const carriers = new Map<string, Carrier>();
  for (const group of groups.values()) {
    const sorted = group.toSorted((one, other) => (isLater(one, other) ? 1 : -1));
    const record = sorted.at(-1);
    if (!record) continue;
    const all = new Map(sorted.flatMap((one) => countedBy(context, one)).map((one) => [one.roundKey, one]));
    const counted = [...all.values()];
    const isWritten = JSON.stringify(counted) === JSON.stringify(countedBy(context, record));
    for (const { key } of group) carriers.set(key, { record, counted, isWritten });
  }
  return carriers;
}

const isLater = (one: Stored<MissedCycle>, other: Stored<MissedCycle>): boolean =>
  one.due > other.due || (one.due === other.due && Number(one.item.id) > Number(other.item.id));
