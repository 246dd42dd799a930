import { isDeepStrictEqual } from 'node:util';
import type { Actor, PersonId } from '../kernel/index.ts';

/** As a list stores it: without absent fields. */
const stored = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));

/** Whether a record says all of the fields already. */
export const says = (record: object, fields: object): boolean =>
  Object.entries(fields).every(([name, value]) =>
    isDeepStrictEqual(stored((record as Record<string, unknown>)[name]), stored(value)),
  );

/**
 * Whether the writer has saved just that: a save whose answer was lost with the program is no conflict when it comes
 * again.
 */
export const isOwnRepeat = (
  record: { changedBy?: PersonId | undefined },
  { personId }: Actor,
  fields: object,
): boolean => record.changedBy === personId && says(record, fields);
