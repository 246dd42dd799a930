import type { Instant, LocalDate } from '../../kernel/index.ts';
import type { ListDefinition } from '../../sharepoint/index.ts';

/** The end of a day in Denmark: what was written before `end` is known. */
export interface Cut {
  day: LocalDate;
  end: Instant;
}

/** A record as it stood at the cut; undefined where it was not there yet. */
export type AsOf<R> = (record: R, cut: Cut) => R | undefined;
/** How the records of one list are taken back to a day. */
export interface Rewind {
  readonly list: string;
  readonly at: (record: never, cut: Cut) => unknown;
  /** Its records say when they were made, so that later ones are left out. */
  readonly knowsBirth: boolean;
}
export const rewind = <R extends { key: string }>(list: ListDefinition<R>, at: AsOf<R>): Rewind => ({
  list: list.name,
  at,
  knowsBirth: true,
});
/** The same of records that do not say when they were made. */
export const rewindUnborn = <R extends { key: string }>(list: ListDefinition<R>, at: AsOf<R>): Rewind => ({
  list: list.name,
  at,
  knowsBirth: false,
});

/** Whether a moment, or a day, lies after the cut. */
export const isAfter = (moment: Instant | string | undefined, { end }: Cut): boolean =>
  moment !== undefined && moment >= end;
export const isDayAfter = (day: LocalDate | undefined, cut: Cut): boolean => day !== undefined && day > cut.day;

/** The same record with fields as they were; a field given as undefined is gone. */
export function changed<R extends object>(record: R, fields: { readonly [Name in keyof R]?: R[Name] | undefined }): R {
  const copy = { ...record };
  for (const [name, value] of Object.entries(fields))
    if (value === undefined) Reflect.deleteProperty(copy, name);
    else Reflect.set(copy, name, value);
  return copy;
}

/** A record that is there from a moment on, and stands as it is. */
export const bornAt =
  <R>(born: (record: R) => Instant | undefined): AsOf<R> =>
  (record, cut) =>
    isAfter(born(record), cut) ? undefined : record;
