import type { Context } from '../context.ts';
import { conflict, forbidden, missing, nowOf, todayOf, type Actor } from '../kernel/index.ts';
import { refusedBy } from '../organisation/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { continueNow } from './continue-approvals.ts';
import { mayCorrectDecision } from './permissions.ts';
import { checkMeeting, meetingValues, type RecordDecision } from './record-decision.ts';
import { ApprovalRequests, type ApprovalRequest, type ExternalDecision } from './request-list.ts';
import { requestOrThrow } from './requests.ts';

export interface CorrectDecision extends Omit<RecordDecision, 'outcome' | 'appliesFrom'> {
  /** Takes the attached file off; it stays in the library, and in what was recorded. */
  removeMinutes: boolean;
  reason: string;
  /** How many corrections the writer has seen. */
  corrections: number;
}

/** A record that is corrected more often than this is a misunderstanding, and the item has its largest size. */
const mostCorrections = 20;

/**
 * Corrects what was recorded of a meeting; the record as it stood is kept with who corrected it, when and why. The
 * outcome is not corrected: what follows from it has happened (decision 44). A repeat is a success. 2 resource units.
 * Throws AppError: missing, forbidden `approvals.mayNotCorrect`, invalid `approvals.meetingInFuture`
 * `approvals.meetingTooEarly`, conflict `approvals.correctedTooOften` `approvals.correctedMeanwhile`, unavailable.
 */
export async function correctDecision(
  context: Context,
  actor: Actor,
  given: CorrectDecision,
): Promise<Stored<ApprovalRequest>> {
  const { requestKey, stage: number, meetingOn, removeMinutes, reason } = given;
  requestOrThrow(context, requestKey);
  const request = await context.list(ApprovalRequests).update(requestKey, (current) => {
    const stage = current.stages[number - 1];
    const decision = stage?.decision;
    if (!mayCorrectDecision(context, actor, decision)) throw forbidden('approvals.mayNotCorrect');
    if (!decision) throw missing('approvals.noSuchRequest');
    const values = meetingValues(given);
    if (isSame(decision, values) && !(removeMinutes && decision.minutes)) return undefined;
    const { corrections = [], by, at, outcome, appliesFrom } = decision;
    const last = corrections.at(-1);
    if (corrections.length !== given.corrections)
      throw refusedBy(context, 'approvals.correctedMeanwhile', last?.by, last?.at);
    if (corrections.length >= mostCorrections) throw conflict('approvals.correctedTooOften');
    checkMeeting(meetingOn, stage.openedAt, todayOf(context.clock));
    const was = { ...meetingValues(decision), ...minutesOf(decision) };
    const corrected: ExternalDecision = {
      ...values,
      ...(removeMinutes ? {} : minutesOf(decision)),
      outcome,
      ...(appliesFrom === undefined ? {} : { appliesFrom }),
      by,
      at,
      corrections: [...corrections, { ...was, by: actor.personId, at: nowOf(context.clock), reason: reason.trim() }],
    };
    return { stages: current.stages.map((one) => (one === stage ? { ...stage, decision: corrected } : one)) };
  });
  await continueNow(context, requestKey);
  return request;
}

type Values = ReturnType<typeof meetingValues>;

const isSame = (recorded: Values, given: Values): boolean =>
  recorded.meetingOn === given.meetingOn &&
  recorded.itemNumber === given.itemNumber &&
  recorded.note === given.note &&
  recorded.minutesUrl === given.minutesUrl;

const minutesOf = ({
  minutes,
  minutesBy,
  minutesAt,
}: ExternalDecision): Pick<ExternalDecision, 'minutes' | 'minutesBy' | 'minutesAt'> => ({
  ...(minutes ? { minutes } : {}),
  ...(minutesBy === undefined ? {} : { minutesBy }),
  ...(minutesAt === undefined ? {} : { minutesAt }),
});
