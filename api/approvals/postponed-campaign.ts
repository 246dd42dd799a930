import type { Context } from '../context.ts';
import { Campaigns, notInTeams, recheckAmong, startCampaign, type CampaignKind } from '../deliveries/index.ts';
import { stableKey, todayOf, type PersonId } from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { stageByKey } from './approval-campaign.ts';
import { isStageOpen, openStage, stageKey } from './request.ts';
import type { ApprovalRequest, Postponement, Stage } from './request-list.ts';

const mark = /_postponed\d+$/;

/** The stage's key from the subject of a message about its postponement. */
export const postponedStageKey = (subjectKey: string): string => subjectKey.replace(mark, '');
export const postponedCampaignKey = (subjectKey: string): string =>
  stableKey('approvalPostponed', ...subjectKey.split('_'));

/** One per next meeting: what a later record says otherwise of the same one is no news. */
const subjectsOf = (request: ApprovalRequest, number: number): string[] => {
  const stage = request.stages[number - 1];
  return (stage?.postponements ?? []).flatMap(({ nextMeetingOn }, place, all) =>
    all[place - 1]?.nextMeetingOn === nextMeetingOn ? [] : [`${stageKey(request, number)}_postponed${place}`],
  );
};

/** Subjects of the messages about postponements of a request, oldest first. */
export const postponedSubjects = (request: ApprovalRequest): string[] =>
  request.stages.flatMap((_stage, index) => subjectsOf(request, index + 1));

/** The latest postponement of an open stage; undefined without one. */
export const latestPostponement = (request: ApprovalRequest, stage: Stage): Postponement | undefined =>
  isStageOpen(request, stage) ? stage.postponements?.at(-1) : undefined;

/** Whom the latest postponement is news to until the meeting: the submitter, unless they recorded it. */
function whom(context: Context, subjectKey: string): PersonId[] {
  const found = stageByKey(context, postponedStageKey(subjectKey));
  const latest = found && latestPostponement(found.request, found.stage);
  if (!found || !latest || subjectsOf(found.request, found.number).at(-1) !== subjectKey) return [];
  const { by, nextMeetingOn } = latest;
  const { submittedBy } = found.request;
  return by === submittedBy || nextMeetingOn < todayOf(context.clock) ? [] : [submittedBy];
}

/** Informs the submitter that a meeting has postponed the case; the subject is the stage's key with a number. */
export const approvalPostponedKind: CampaignKind = {
  kind: 'approvalPostponed',
  audience: whom,
  isOver: (context, subjectKey) => whom(context, subjectKey).length === 0,
  hours: { when: 'working', because: 'the next meeting is days away' },
  recheck: (context, subjectKey, personId) => recheckAmong(context, personId, whom(context, subjectKey)),
  notApplicable: notInTeams,
  repeatWhenUncertain: false,
  priority: 'urgent',
  isForInformation: () => true,
};

/** Starts that message if needed. Idempotent; free when done, else 2 resource units. Throws AppError `unavailable`. */
export async function tellOfPostponement(context: Context, request: Stored<ApprovalRequest>): Promise<void> {
  const open = openStage(request);
  const subjectKey = open && subjectsOf(request, open.number).at(-1);
  const [personId] = subjectKey === undefined ? [] : whom(context, subjectKey);
  if (subjectKey === undefined || personId === undefined) return;
  const key = postponedCampaignKey(subjectKey);
  if (context.list(Campaigns).get(key)) return;
  await startCampaign(context, {
    key,
    kind: approvalPostponedKind.kind,
    title: request.title,
    subjectKey,
    startedBy: personId,
  });
}
