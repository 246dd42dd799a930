import type { Context } from '../context.ts';
import type { Stored } from '../sharepoint/index.ts';
import { MissedCycles, type Missed, type MissedCycle } from './missed-cycle-list.ts';
import { countedBy } from './missed-cycles.ts';
import { horizonOf } from './round-history.ts';
import { CourseRounds } from './round-list.ts';

/** The latest historic missed round of a person and course: it stays, with the others' content. */
export interface Carrier {
  record: Stored<MissedCycle>;
  counted: readonly Missed[];
  /** Whether the record has it already. */
  isWritten: boolean;
}

/** Carrier of each historic missed round, by record key. */
export function carriersOf(context: Context): ReadonlyMap<string, Carrier> {
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
