import type { Context } from '../context.ts';
import { asAppError, atMostAMoment, notWaitedFor, type AppError } from '../kernel/index.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { carryOn } from './carry-on.ts';
import { ApprovalRequests } from './request-list.ts';

/**
 * Does what follows from what was decided and is not done yet: cards for the stage that is open, the audit trail, what
 * the feature does with the end, and stages that time or a change of members has decided. Every step has a predictable
 * key, so a crash anywhere and several processes at once give the same. What fails for one request does not stop the
 * others. Costs nothing when all is done. Throws the first AppError `unavailable` or `unexpected` at the end.
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

/** The same without letting anybody wait: whoever votes gets the answer when the vote stands. Never throws. */
export const carryOnSoon = (context: Context, requestKey: string): void => void begun(context, requestKey);

/**
 * The same for whoever looks at the request next: the answer waits a moment for what follows, so that as a rule it shows it,
 * and no longer. What takes more time goes on by itself, and what fails is done by the job. Never throws.
 */
export const continueNow = (context: Context, requestKey: string): Promise<void> =>
  atMostAMoment(begun(context, requestKey));

function begun(context: Context, requestKey: string): Promise<void> {
  return notWaitedFor(() => inTurn(context, requestKey)).catch((thrown: unknown) => {
    context.log.warn({ requestKey, code: asAppError(thrown).code }, 'approval is carried on by the job');
  });
}

/** A request is carried on once at a time, so that no feature is told twice at once. */
const inTurn = (context: Context, key: string): Promise<void> =>
  oneAtATime(context, `approval ${key}`, () => carryOn(context, key));
