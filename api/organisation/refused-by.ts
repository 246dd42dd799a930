import type { Context } from '../context.ts';
import { conflict, localDate, type AppError, type Instant, type PersonId } from '../kernel/index.ts';
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
