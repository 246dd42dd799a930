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
import { approvalSubject } from './approval-subject.ts';
import { hasContentChanged } from './content-now.ts';
import { continueNow } from './continue-approvals.ts';
import { mayRecordDecisions } from './permissions.ts';
import { isStageOpen, stageClosed } from './request.ts';
import { ApprovalRequests, type ApprovalRequest, type ExternalDecision, type Stage } from './request-list.ts';
import { requestOrThrow, endedMeanwhile } from './requests.ts';

export interface RecordDecision {
  requestKey: string;
  stage: number;
  meetingOn: LocalDate;
  itemNumber: string;
  outcome: ExternalDecision['outcome'];
  /** Of an approval: a first day later than the proposed one. */
  appliesFrom?: LocalDate | undefined;
  note?: string | undefined;
  minutesUrl?: string | undefined;
}

/** A meeting may precede the request's stage and be recorded late; by at most these days. */
const daysBefore = 60;

/**
 * Records a body's decision in its meeting (R10). A repeat is a success; a decision is never replaced, its record may
 * be corrected (`correctDecision`). 2 resource units. Throws AppError: missing, forbidden `approvals.mayNotRecord`,
 * invalid `approvals.meetingInFuture` `approvals.meetingTooEarly` `approvals.appliesTooEarly`, conflict
 * `approvals.alreadyRecorded` `approvals.stageNotOpen` `approvals.contentChanged` `approvals.nothingToRecord`,
 * unavailable.
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
    const values = valuesOf(context, current, given);
    if (stage.decision) {
      if (isSame(stage.decision, values)) return undefined;
      throw conflict('approvals.alreadyRecorded', { name: personRef(context, stage.decision.by).name });
    }
    requireOpenStage(context, current, stage);
    checkMeeting(given.meetingOn, stage.openedAt, todayOf(context.clock));
    if (given.outcome === 'approved' && hasContentChanged(context, current)) throw conflict('approvals.contentChanged');
    const now = nowOf(context.clock);
    const decision: ExternalDecision = { ...values, by: actor.personId, at: now };
    return stageClosed(current, number, { state: given.outcome, closedBy: 'external', decision }, now);
  });
  await continueNow(context, requestKey);
  return request;
}

/** A meeting decides of an open stage. */
export function requireOpenStage(context: Context, request: ApprovalRequest, stage: Stage): void {
  if (isStageOpen(request, stage)) return;
  throw stage.state === 'waiting'
    ? conflict('approvals.stageNotOpen')
    : endedMeanwhile(context, request, 'approvals.nothingToRecord');
}

type Values = Pick<ExternalDecision, 'meetingOn' | 'itemNumber' | 'outcome' | 'note' | 'minutesUrl' | 'appliesFrom'>;

function valuesOf(context: Context, request: ApprovalRequest, given: RecordDecision): Values {
  const appliesFrom = laterThanProposed(context, request, given);
  return {
    ...meetingValues(given),
    outcome: given.outcome,
    ...(appliesFrom === undefined ? {} : { appliesFrom }),
  };
}

/** The meeting's own first day, where the approval puts something in force and the day is not the proposed one. */
function laterThanProposed(
  context: Context,
  request: ApprovalRequest,
  { outcome, stage, appliesFrom }: RecordDecision,
): LocalDate | undefined {
  if (appliesFrom === undefined || outcome !== 'approved' || stage !== request.stages.length) return undefined;
  const recorded = request.stages[stage - 1]?.decision;
  if (recorded) return appliesFrom === recorded.appliesFrom ? appliesFrom : undefined;
  const proposed = approvalSubject(context, request.subjectKind)?.follows?.(context, request)?.appliesFrom;
  if (proposed === undefined || appliesFrom === proposed) return undefined;
  if (appliesFrom < proposed) throw invalid('approvals.appliesTooEarly', { field: 'appliesFrom', day: proposed });
  return appliesFrom;
}

type Meeting = Pick<ExternalDecision, 'meetingOn' | 'itemNumber' | 'note' | 'minutesUrl'>;
type MeetingGiven = Pick<RecordDecision, keyof Meeting>;

/** What is stored of a meeting: texts without blank ends, and none that is empty. */
export function meetingValues({ meetingOn, itemNumber, note, minutesUrl }: MeetingGiven): Meeting {
  const text = note?.trim();
  return {
    meetingOn,
    itemNumber: itemNumber.trim(),
    ...(text ? { note: text } : {}),
    ...(minutesUrl === undefined ? {} : { minutesUrl }),
  };
}

const isSame = (recorded: ExternalDecision, given: Values): boolean =>
  recorded.meetingOn === given.meetingOn &&
  recorded.itemNumber === given.itemNumber &&
  recorded.outcome === given.outcome &&
  recorded.note === given.note &&
  recorded.minutesUrl === given.minutesUrl &&
  recorded.appliesFrom === given.appliesFrom;

/** Throws AppError invalid `approvals.meetingInFuture` `approvals.meetingTooEarly`. */
export function checkMeeting(meetingOn: LocalDate, openedAt: Instant | undefined, today: LocalDate): void {
  if (meetingOn > today) throw invalid('approvals.meetingInFuture', { field: 'meetingOn' });
  const earliest = openedAt === undefined ? undefined : addDays(localDate(openedAt), -daysBefore);
  if (earliest !== undefined && meetingOn < earliest)
    throw invalid('approvals.meetingTooEarly', { field: 'meetingOn', days: daysBefore });
}
