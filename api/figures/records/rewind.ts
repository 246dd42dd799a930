import type { Instant, LocalDate } from '../../kernel/index.ts';
import type { ListDefinition } from '../../sharepoint/index.ts';

/** The end of a day in Denmark: includes what was written before `end`. */
export interface Cut {
  day: LocalDate;
  end: Instant;
}

/** A record as of the cut; undefined if it did not exist. */
export type AsOf<R> = (record: R, cut: Cut) => R | undefined;
/** How one list's records are rewound to a day. */
export interface Rewind {
  readonly list: string;
  readonly at: (record: never, cut: Cut) => unknown;
  /** Its records have creation times, so that later ones are left out. */
  readonly knowsBirth: boolean;
}
export const rewind = <R extends { key: string }>(list: ListDefinition<R>, at: AsOf<R>): Rewind => ({
  list: list.name,
  at,
  knowsBirth: true,
});
/** The same for records without creation times. */
export const rewindUnborn = <R extends { key: string }>(list: ListDefinition<R>, at: AsOf<R>): Rewind => ({
  list: list.name,
  at,
  knowsBirth: false,
});

/** Whether a moment, or a day, is after the cut. */
export const isAfter = (moment: Instant | string | undefined, { end }: Cut): boolean =>
  moment !== undefined && moment >= end;
export const isDayAfter = (day: LocalDate | undefined, cut: Cut): boolean => day !== undefined && day > cut.day;

/** The record with former field values; undefined removes a field. */
export function changed<R extends object>(record: R, fields: { readonly [Name in keyof R]?: R[Name] | undefined }): R {
  const copy = { ...record };
  for (const [name, value] of Object.entries(fields))
    if (value === undefined) Reflect.deleteProperty(copy, name);
    else Reflect.set(copy, name, value);
  return copy;
}

/** A record unchanged since its creation. */
export const bornAt =
  <R>(born: (record: R) => Instant | undefined): AsOf<R> =>
  (record, cut) =>
    isAfter(born(record), cut) ? undefined : record;
