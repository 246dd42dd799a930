import type { Context } from '../context.ts';
import {
  addDays,
  conflict,
  forbidden,
  invalid,
  localDate,
  missing,
  nowOf,
  todayOf,
  type Actor,
  type Instant,
  type LocalDate,
} from '../kernel/index.ts';
import { personRef } from '../organisation/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { hasContentChanged } from './content-now.ts';
import { continueNow } from './continue-approvals.ts';
import { mayRecordDecisions } from './permissions.ts';
import { isStageOpen, stageClosed } from './request.ts';
import { ApprovalRequests, type ApprovalRequest, type ExternalDecision } from './request-list.ts';
import { requestOrThrow } from './requests.ts';

export interface RecordDecision {
  requestKey: string;
  stage: number;
  meetingOn: LocalDate;
  itemNumber: string;
  outcome: ExternalDecision['outcome'];
  note?: string | undefined;
  minutesUrl?: string | undefined;
}

/** A meeting may precede the request's stage and be recorded late; by at most these days. */
const daysBefore = 60;

/**
 * Records a body's decision in its meeting (R10). A repeat is a success; a decision is never replaced. 2 resource
 * units. Throws AppError: missing, forbidden `approvals.mayNotRecord`, invalid `approvals.meetingInFuture`
 * `approvals.meetingTooEarly`, conflict `approvals.alreadyRecorded` `approvals.stageNotOpen` `approvals.contentChanged`
 * `approvals.nothingToRecord`, unavailable.
 */
export async function recordDecision(
  context: Context,
  actor: Actor,
  given: RecordDecision,
): Promise<Stored<ApprovalRequest>> {
  const { requestKey, stage: number } = given;
  requestOrThrow(context, requestKey);
  if (!mayRecordDecisions(context, actor)) throw forbidden('approvals.mayNotRecord');
  const request = await context.list(ApprovalRequests).update(requestKey, (current) => {
    const stage = current.stages[number - 1];
    if (stage?.rule !== 'external') throw missing('approvals.noSuchRequest');
    const values = valuesOf(given);
    if (stage.decision) {
      if (isSame(stage.decision, values)) return undefined;
      throw conflict('approvals.alreadyRecorded', { name: personRef(context, stage.decision.by).name });
    }
    if (!isStageOpen(current, stage))
      throw conflict(stage.state === 'waiting' ? 'approvals.stageNotOpen' : 'approvals.nothingToRecord');
    checkMeeting(given.meetingOn, stage.openedAt, todayOf(context.clock));
    if (given.outcome === 'approved' && hasContentChanged(context, current)) throw conflict('approvals.contentChanged');
    const now = nowOf(context.clock);
    const decision: ExternalDecision = { ...values, by: actor.personId, at: now };
    return stageClosed(current, number, { state: given.outcome, closedBy: 'external', decision }, now);
  });
  await continueNow(context, requestKey);
  return request;
}

type Values = Pick<ExternalDecision, 'meetingOn' | 'itemNumber' | 'outcome' | 'note' | 'minutesUrl'>;

function valuesOf({ meetingOn, itemNumber, outcome, note, minutesUrl }: RecordDecision): Values {
  const text = note?.trim();
  return {
    meetingOn,
    itemNumber: itemNumber.trim(),
    outcome,
    ...(text ? { note: text } : {}),
    ...(minutesUrl === undefined ? {} : { minutesUrl }),
  };
}

const isSame = (recorded: ExternalDecision, given: Values): boolean =>
  recorded.meetingOn === given.meetingOn &&
  recorded.itemNumber === given.itemNumber &&
  recorded.outcome === given.outcome &&
  recorded.note === given.note &&
  recorded.minutesUrl === given.minutesUrl;

function checkMeeting(meetingOn: LocalDate, openedAt: Instant | undefined, today: LocalDate): void {
  if (meetingOn > today) throw invalid('approvals.meetingInFuture', { field: 'meetingOn' });
  const earliest = openedAt === undefined ? undefined : addDays(localDate(openedAt), -daysBefore);
  if (earliest !== undefined && meetingOn < earliest)
    throw invalid('approvals.meetingTooEarly', { field: 'meetingOn', days: daysBefore });
}
