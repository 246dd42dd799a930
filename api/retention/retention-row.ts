import type { Context } from '../context.ts';
import { contextPart } from '../context-part.ts';
import { derivation } from '../derivation.ts';
import type { LocalDate, PersonId } from '../kernel/index.ts';
import type { ListDefinition } from '../sharepoint/index.ts';
import type { fixedKinds, retentionKinds } from './vocabulary.ts';

/** Data past its retention. */
export interface Expired {
  readonly key: string;
  /** Start of its retention. */
  day: LocalDate;
  /** Its name: the person, the month of a file, or a title. */
  about: { personId: PersonId } | { month: string; list: string } | { title: string };
  /** Records in it: a file of a month has thousands. */
  records: number;
}

/**
 * One kind of personal data: a row of the table in `teams-app/program/retention-table.ts`. Texts under
 * `retention.kinds`.
 */
export interface RetentionRow {
  kind: (typeof retentionKinds)[number];
  usualDays: number;
  /** Days that the rules look back: the minimum. */
  leastDays: number;
  lists: readonly ListDefinition<{ key: string }>[];
  /** Most things per night, where each has many records. */
  most?: number;
  /** Things older than a day, oldest first. From memory. */
  due(context: Context, before: LocalDate): readonly Expired[];
  /** Deletes it, or its personal part. Idempotent. At most 4 resource units. */
  expire(context: Context, expired: Expired): Promise<unknown>;
  /** Further details of the trail entry, computed before the deletion. */
  details?(context: Context, due: readonly Expired[]): Readonly<Record<string, string | number>>;
}

/** `due` is cached until one of the lists, or the day, changes. */
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

/** Deletion by a feature's rule or a program setting, without choice. */
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
/** Declares all retention. Called once at start-up. */
export const declareRetention = (context: Context, table: Declared): void => declared.set(context, table);
export const retentionOf = (context: Context): Declared => declared.get(context) ?? none;
