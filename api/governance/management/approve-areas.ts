import { approvedInMeeting, submitForApproval, type StagePlan } from '../../approvals/index.ts';
import type { Context } from '../../context.ts';
import { conflict, forbidden, invalid, type Actor, type AssignableRole, type LocalDate } from '../../kernel/index.ts';
import { oneAtATime } from '../../one-at-a-time.ts';
import type { AskBody, MeetingBody } from '../contract.ts';
import { mayKeepOrientation } from '../permissions.ts';
import { areasKey, areasNow, areasSubject, managementBodies, openRound } from './area-approval.ts';

/** Requests are about one area or more: an area is in one open request at a time (`oneAtATime`). */
const areasTurn = 'measureAreas';
/** Days to decide. */
const days = 21;

function required(context: Context, actor: Actor, body: AssignableRole): void {
  if (!mayKeepOrientation(actor)) throw forbidden('governance.mayNotWrite');
  if (!managementBodies(context).includes(body)) throw invalid('governance.notManagement', { field: 'body' });
}

const subjectOf = (context: Context, areas: readonly number[]) => ({
  subjectKind: areasSubject,
  subjectKey: areasKey(areas),
  content: areasNow(context, areas),
  summary: context.texts('da')('governanceDocuments.areas.summary', { count: areas.length }),
});

/**
 * Asks a management body to approve areas of measures (NIS 2-loven § 7): its members vote on a card, Byrådet decides in
 * a meeting. Pending areas are skipped. 2 resource units. Throws AppError: forbidden, invalid
 * `governance.notManagement`, unavailable.
 */
export async function askForAreas(context: Context, actor: Actor, { areas, body }: AskBody): Promise<void> {
  required(context, actor, body);
  await oneAtATime(context, areasTurn, async () => {
    const left = areas.filter((area) => !openRound(context, area));
    if (left.length === 0) return;
    const stage: StagePlan = { body, rule: body === 'cityCouncil' ? 'external' : 'quorum', days };
    await submitForApproval(context, actor, { ...subjectOf(context, left), stages: [stage] });
  });
}

/**
 * Records a management body's approval of areas in its meeting. Idempotent. 2 resource units. Throws AppError:
 * forbidden, invalid `governance.notManagement` `approvals.meetingInFuture`, conflict `approvals.alreadyOpen` while
 * management is asked for one of them, unavailable.
 */
export async function recordAreas(context: Context, actor: Actor, given: MeetingBody): Promise<void> {
  const { areas, body, meetingOn, reference, minutesUrl } = given;
  required(context, actor, body);
  const meeting = { meetingOn: meetingOn as LocalDate, itemNumber: reference, minutesUrl };
  await oneAtATime(context, areasTurn, async () => {
    if (areas.some((area) => openRound(context, area))) throw conflict('approvals.alreadyOpen');
    await approvedInMeeting(context, actor, { ...subjectOf(context, areas), body }, meeting);
  });
}
