import type { Context } from '../context.ts';
import { Campaigns, leavesAt, notInTeams, recheckAmong, type CampaignKind } from '../deliveries/index.ts';
import { stableKey, type Instant, type PersonId } from '../kernel/index.ts';
import { seatsOf } from '../organisation/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { recordersOf } from './permissions.ts';
import { isStageOpen, stageKey, stageKeyParts, votesThatCount } from './request.ts';
import { Agendas, ApprovalRequests, type Agenda, type ApprovalRequest, type Stage } from './request-list.ts';
import { stageSeats } from './stage-seats.ts';

/** The one campaign of a request's stage. */
export const approvalCampaignKey = (stage: string): string => stableKey('approval', ...stage.split('_'));
/** The one campaign of an agenda. */
export const agendaCampaignKey = (agenda: string): string => stableKey('agenda', ...agenda.split('_'));

/** The request and stage of a stage key; undefined without one. From memory. */
export function stageByKey(
  context: Context,
  key: string,
): { request: Stored<ApprovalRequest>; stage: Stage; number: number } | undefined {
  const parts = stageKeyParts(key);
  if (!parts) return undefined;
  const request = context.list(ApprovalRequests).get(parts.requestKey);
  const stage = request?.stages[parts.number - 1];
  return request && stage ? { request, stage, number: parts.number } : undefined;
}

/** Who acts in the stage's seats without a vote; empty unless open and decided here. */
export function peopleToVote(context: Context, request: ApprovalRequest, stage: Stage): PersonId[] {
  if (!isStageOpen(request, stage) || stage.rule === 'external') return [];
  const votes = votesThatCount(stage);
  return stageSeats(context, stage, request.submittedBy).flatMap(({ holder, actor, barred }) =>
    actor === undefined || barred !== undefined || votes.has(holder) ? [] : [actor],
  );
}

/**
 * Recipients of the open stage's card: those who have not voted; for a meeting's decision, those who prepare and record
 * it (R10).
 */
function peopleAsked(context: Context, request: ApprovalRequest, stage: Stage): PersonId[] {
  if (stage.rule !== 'external') return peopleToVote(context, request, stage);
  return isStageOpen(request, stage) ? recordersOf(context) : [];
}

/** The stage's body has it on the agenda of a meeting to be held, whose card asks instead. */
export const isOnSentAgenda = (context: Context, { key }: ApprovalRequest, { body }: Stage): boolean =>
  context
    .list(Agendas)
    .all()
    .some((agenda) => agenda.state === 'sent' && agenda.body === body && agenda.requestKeys.includes(key));

/** When a stage's cards are sent, while waiting for working hours; undefined otherwise. */
export function cardsAt(context: Context, request: ApprovalRequest, number: number): Instant | undefined {
  const stage = request.stages[number - 1];
  if (!stage || !isStageOpen(request, stage)) return undefined;
  const campaign = context.list(Campaigns).get(approvalCampaignKey(stageKey(request, number)));
  return campaign && leavesAt(context, campaign);
}

/** Members with a vote on the agenda; all members, if it has papers for information. */
function peopleOnAgenda(context: Context, agenda: Agenda | undefined): PersonId[] {
  if (agenda?.state !== 'sent') return [];
  const requests = agenda.requestKeys.flatMap((key) => context.list(ApprovalRequests).get(key) ?? []);
  const told =
    (agenda.papers ?? []).length > 0 ? seatsOf(context, agenda.body).flatMap(({ actor }) => actor ?? []) : [];
  const voting = requests.flatMap((request) =>
    request.stages.filter(({ body }) => body === agenda.body).flatMap((stage) => peopleToVote(context, request, stage)),
  );
  return [...voting, ...told];
}

const sorted = (people: readonly PersonId[]): PersonId[] => [...new Set(people)].sort();

const toAsk = (context: Context, key: string): PersonId[] => {
  const found = stageByKey(context, key);
  return found ? peopleAsked(context, found.request, found.stage) : [];
};

/** Who joins by a card of its own; nobody while the agenda of a meeting asks. */
const toAskAlone = (context: Context, key: string): PersonId[] => {
  const found = stageByKey(context, key);
  return found && !isOnSentAgenda(context, found.request, found.stage) ? toAsk(context, key) : [];
};

/** The card of one stage; the subject is the stage's key. Deputies and new members join automatically. */
export const approvalKind: CampaignKind = {
  kind: 'approval',
  audience: (context, subjectKey) => sorted(toAskAlone(context, subjectKey)),
  isOver: (context, subjectKey) => {
    const found = stageByKey(context, subjectKey);
    return !found || !isStageOpen(found.request, found.stage);
  },
  hours: { when: 'working', because: 'a stage is open for days' },
  recheck: (context, subjectKey, personId) => recheckAmong(context, personId, toAsk(context, subjectKey)),
  notApplicable: notInTeams,
  repeatWhenUncertain: true,
  priority: 'urgent',
};

/** One card for a meeting; the subject is the agenda's key. */
export const agendaKind: CampaignKind = {
  kind: 'agenda',
  audience: (context, subjectKey) => sorted(peopleOnAgenda(context, context.list(Agendas).get(subjectKey))),
  isOver: (context, subjectKey) => context.list(Agendas).get(subjectKey)?.state === 'closed',
  hours: { when: 'working', because: 'a meeting is called days before' },
  recheck: (context, subjectKey, personId) =>
    recheckAmong(context, personId, peopleOnAgenda(context, context.list(Agendas).get(subjectKey))),
  notApplicable: notInTeams,
  repeatWhenUncertain: true,
  priority: 'urgent',
};
