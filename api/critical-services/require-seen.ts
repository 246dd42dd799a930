import type { Context } from '../context.ts';
import { conflict, type Instant, type PersonId } from '../kernel/index.ts';
import { personRef } from '../organisation/index.ts';

/**
 * Nobody changes what they have not seen. Throws AppError conflict `services.changedMeanwhile`, with who it was, when
 * somebody has changed it since `seen`; nothing said was seen is not asked about.
 */
export function requireSeen(
  context: Context,
  current: { changedAt: Instant; changedBy: PersonId },
  seen: string | undefined,
): void {
  if (seen !== undefined && seen !== current.changedAt)
    throw conflict('services.changedMeanwhile', { name: personRef(context, current.changedBy).name });
}
