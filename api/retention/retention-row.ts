import type { Context } from '../context.ts';
import { contextPart } from '../context-part.ts';
import { derivation } from '../derivation.ts';
import type { LocalDate, PersonId } from '../kernel/index.ts';
import type { ListDefinition } from '../sharepoint/index.ts';
import type { fixedKinds, retentionKinds } from './vocabulary.ts';

/** Something that has been kept for long enough. */
export interface Expired {
  readonly key: string;
  /** The day its time is counted from. */
  day: LocalDate;
  /** What to call it: whose it is, the month of a file, or its own title. */
  about: { personId: PersonId } | { month: string; list: string } | { title: string };
  /** Records in it: a file of a month has thousands. */
  records: number;
}

/** One kind of personal data: a row of the table in `teams-app/program/retention-table.ts`. Words stand under `retention.kinds`. */
export interface RetentionRow {
  kind: (typeof retentionKinds)[number];
  usualDays: number;
  /** The rules look back so many days: nobody can choose fewer. */
  leastDays: number;
  lists: readonly ListDefinition<{ key: string }>[];
  /** Things that one night deletes at most, where each is many records. */
  most?: number;
  /** What is older than a day, the oldest first. From memory. */
  due(context: Context, before: LocalDate): readonly Expired[];
  /** Deletes it, or the part of it that tells of somebody. Safe to repeat. At most 4 resource units. */
  expire(context: Context, expired: Expired): Promise<unknown>;
  /** What the entry of the trail says besides, from before anything of a run is deleted. */
  details?(context: Context, due: readonly Expired[]): Readonly<Record<string, string | number>>;
}

/** `due` is asked again only when one of the lists, or the day, has changed. */
export function retentionRow(given: RetentionRow): RetentionRow {
  const byDay = derivation(given.lists, () => new Map<LocalDate, readonly Expired[]>());
  return {
    ...given,
    due: (context, before) => {
      const known = byDay(context);
      const due =
        known.get(before) ??
        given.due(context, before).toSorted((one, other) => Number(one.day > other.day) - Number(one.day < other.day));
      known.set(before, due);
      return due;
    },
  };
}

/** What is deleted without anybody choosing: by a rule of its feature, or a setting of the program. */
export interface FixedRetention {
  kind: (typeof fixedKinds)[number];
  days(context: Context): number;
}

interface Declared {
  rows: readonly RetentionRow[];
  fixed: readonly FixedRetention[];
}
const declared = contextPart<Declared>('retention/retentionRow');
const none: Declared = { rows: [], fixed: [] };
/** Tells what is kept for how long. Called once when the application is put together. */
export const declareRetention = (context: Context, table: Declared): void => declared.set(context, table);
export const retentionOf = (context: Context): Declared => declared.get(context) ?? none;
