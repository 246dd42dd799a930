import type { Context } from '../context.ts';
import { asAppError, atMostAMoment, notWaitedFor, type AppError } from '../kernel/index.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { carryOn } from './carry-on.ts';
import { ApprovalRequests } from './request-list.ts';

/**
 * Does the pending work of decisions: cards of open stages, the audit trail, the feature's part, and stages decided by
 * time or a change of members. All steps have predictable keys, so crashes and concurrent processes are harmless. A
 * failing request does not stop the others. Free when complete. Throws the first AppError `unavailable` or `unexpected`
 * at the end.
 */
export async function continueApprovals(context: Context): Promise<void> {
  let first: AppError | undefined;
  for (const { key } of context.list(ApprovalRequests).all()) {
    try {
      await inTurn(context, key);
    } catch (thrown) {
      const error = asAppError(thrown);
      context.log.warn({ requestKey: key, code: error.code }, 'approval is carried on later');
      if (error.kind === 'unavailable' || error.kind === 'unexpected') first ??= error;
    }
  }
  if (first) throw first;
}

/** The same in the background: voters get their answer at once. Never throws. */
export const carryOnSoon = (context: Context, requestKey: string): void => void begun(context, requestKey);

/**
 * The same for the next reader: the answer waits briefly for pending work, so that it usually includes it. Longer work
 * continues in the background, and failures are retried by the job. Never throws.
 */
export const continueNow = (context: Context, requestKey: string): Promise<void> =>
  atMostAMoment(begun(context, requestKey));

function begun(context: Context, requestKey: string): Promise<void> {
  return notWaitedFor(() => inTurn(context, requestKey)).catch((thrown: unknown) => {
    context.log.warn({ requestKey, code: asAppError(thrown).code }, 'approval is carried on by the job');
  });
}

/** Serialises the work per request, so that no feature is called twice concurrently. */
const inTurn = (context: Context, key: string): Promise<void> =>
  oneAtATime(context, `approval ${key}`, () => carryOn(context, key));
