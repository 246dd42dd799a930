import type { Context } from '../context.ts';
import { conflict, type Instant, type PersonId } from '../kernel/index.ts';
import { personRef } from '../organisation/index.ts';

/**
 * Refuses changes to a newer version than the one shown. Throws AppError conflict `services.changedMeanwhile`, with the
 * other writer, when changed since `seen`; without `seen` there is no check.
 */
export function requireSeen(
  context: Context,
  current: { changedAt: Instant; changedBy: PersonId },
  seen: string | undefined,
): void {
  if (seen !== undefined && seen !== current.changedAt)
    throw conflict('services.changedMeanwhile', { name: personRef(context, current.changedBy).name });
}
