import type { Context } from '../context.ts';
import { conflict, type Instant, type PersonId } from '../kernel/index.ts';
import { personRef } from '../organisation/index.ts';

/**
 * Refuses changes to a newer version than the one shown. Throws AppError conflict `services.changedMeanwhile`, with the
 * other writer, when changed since `expected`; without `expected` there is no check.
 */
export function requireUnchanged(
  context: Context,
  current: { changedAt: Instant; changedBy: PersonId },
  expected: string | undefined,
): void {
  if (expected !== undefined && expected !== current.changedAt)
    throw conflict('services.changedMeanwhile', { name: personRef(context, current.changedBy).name });
}
