import type { Context } from '../context.ts';
import { conflict, localDate, type AppError, type ErrorDetails, type Instant, type PersonId } from '../kernel/index.ts';
import { personRef } from './people.ts';

/**
 * A conflict with what somebody did first: its text says who and on which day (`errors.<code>ByName`), unless the
 * record does not, as after an edit by hand.
 */
export const refusedBy = (
  context: Context,
  code: string,
  by: PersonId | string | undefined,
  at: Instant | undefined,
): AppError =>
  by === undefined || at === undefined
    ? conflict(code)
    : conflict(code, { name: personRef(context, by).name, on: localDate(at) });

/**
 * What a refusal tells of a discarded record to those who might read it: by whom and on which day
 * (`errors.<code>ByName`).
 */
export const discardedBy = (
  context: Context,
  by: PersonId | undefined,
  at: Instant | undefined,
): ErrorDetails | undefined =>
  by === undefined || at === undefined ? undefined : { name: personRef(context, by).name, on: localDate(at) };
