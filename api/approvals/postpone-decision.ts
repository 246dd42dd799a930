import type { Context } from '../context.ts';
import {
  addDays,
  forbidden,
  invalid,
  localDate,
  missing,
  nowOf,
  todayOf,
  type Actor,
  type LocalDate,
} from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { continueNow } from './continue-approvals.ts';
import { mayRecordDecisions } from './permissions.ts';
import { checkMeeting, meetingValues, requireOpenStage, type RecordDecision } from './record-decision.ts';
import { ApprovalRequests, type ApprovalRequest, type Postponement, type Stage } from './request-list.ts';
import { requestOrThrow } from './requests.ts';

export interface PostponeDecision extends Omit<RecordDecision, 'outcome' | 'appliesFrom' | 'minutesUrl'> {
  /** The meeting that takes it up again. */
  nextMeetingOn: LocalDate | undefined;
}

/** Days after a meeting within which the secretary records it. */
const recordedWithin = 7;

/**
 * Records that a meeting postponed the case (R10): the stage stays open, and its due date follows the next meeting. The
 * same again is a success; another day for the same meeting is added and counts. 2 resource units. Throws AppError:
 * missing, forbidden `approvals.mayNotRecord`, invalid `approvals.meetingInFuture` `approvals.meetingTooEarly`
 * `approvals.nextMeetingNeeded` `approvals.nextMeetingTooEarly`, conflict `approvals.stageNotOpen`
 * `approvals.nothingToRecord`, unavailable.
 */
export async function postponeDecision(
  context: Context,
  actor: Actor,
  given: PostponeDecision,
): Promise<Stored<ApprovalRequest>> {
  const { requestKey, stage: number, meetingOn, itemNumber, note, nextMeetingOn } = given;
  requestOrThrow(context, requestKey);
  if (!mayRecordDecisions(context, actor)) throw forbidden('approvals.mayNotRecord');
  if (nextMeetingOn === undefined) throw invalid('approvals.nextMeetingNeeded', { field: 'nextMeetingOn' });
  if (nextMeetingOn <= meetingOn) throw invalid('approvals.nextMeetingTooEarly', { field: 'nextMeetingOn' });
  const request = await context.list(ApprovalRequests).update(requestKey, (current) => {
    const stage = current.stages[number - 1];
    if (stage?.rule !== 'external') throw missing('approvals.noSuchRequest');
    requireOpenStage(context, current, stage);
    const values = { ...meetingValues({ meetingOn, itemNumber, note }), nextMeetingOn };
    const known = stage.postponements ?? [];
    const latest = known.at(-1);
    if (latest && isSame(latest, values)) return undefined;
    checkMeeting(meetingOn, stage.openedAt, todayOf(context.clock));
    const postponements = [...known, { ...values, by: actor.personId, at: nowOf(context.clock) }];
    const postponed = { ...stage, postponements, ...dueAfter(stage, nextMeetingOn) };
    return { stages: current.stages.map((one) => (one === stage ? postponed : one)) };
  });
  await continueNow(context, requestKey);
  return request;
}

type Values = Omit<Postponement, 'by' | 'at'>;

const isSame = (recorded: Postponement, given: Values): boolean =>
  recorded.meetingOn === given.meetingOn &&
  recorded.itemNumber === given.itemNumber &&
  recorded.nextMeetingOn === given.nextMeetingOn &&
  recorded.note === given.note;

/** Never before the stage's own due date. */
function dueAfter({ openedAt, days }: Stage, nextMeetingOn: LocalDate): Pick<Stage, 'dueOn'> {
  const recordedBy = addDays(nextMeetingOn, recordedWithin);
  const own = openedAt === undefined ? recordedBy : addDays(localDate(openedAt), days);
  return { dueOn: own > recordedBy ? own : recordedBy };
}
