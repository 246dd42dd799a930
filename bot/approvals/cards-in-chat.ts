import {
  agendaCampaignKey,
  Agendas,
  approvalCampaignKey,
  ApprovalRequests,
  endedCampaignKey,
  movedCampaignKey,
  movesTold,
  postponedCampaignKey,
  postponedSubjects,
  requestsAbout,
  stageKey,
  stageSeats,
  turnoutOf,
  type Agenda,
  type ApprovalRequest,
} from '../../api/approvals/index.ts';
import type { Context } from '../../api/context.ts';
import { blocksOf, recipientOf, type RecipientState } from '../../api/deliveries/index.ts';
import type { PersonId } from '../../api/kernel/index.ts';
import type { ChatMessage } from '../sending/chat-port.ts';
import { agendaCardFor } from './agenda-card.ts';
import { agendaItems } from './agenda-items.ts';
import { approvalCardFor } from './approval-card.ts';
import { approvalEndedCardFor } from './ended-card.ts';
import { approvalPostponedCardFor } from './postponed-card.ts';
import { statusOf } from './card-status.ts';

/** A card that a person has, or may have. */
export interface CardInChat {
  subjectKey: string;
  personId: PersonId;
  /** As of now. */
  card(): ChatMessage;
  /** Changes with the person's part in the question and with the seats that decide it, not with the calendar. */
  status(): string;
}

/** Including recipients in flight: a message just sent is not recorded yet. */
const mayHaveIt: readonly RecipientState[] = ['sent', 'uncertain', 'reserved'];
const gotIt = (context: Context, campaignKey: string): PersonId[] =>
  blocksOf(context, campaignKey).flatMap(({ recipients }) =>
    recipients.filter(({ state }) => mayHaveIt.includes(state)).map(({ person }) => person),
  );
/** Whether a person has, or may have, a campaign's card. */
export function mayHaveCard(context: Context, campaignKey: string, personId: PersonId): boolean {
  const recipient = recipientOf(context, campaignKey, personId);
  return recipient !== undefined && mayHaveIt.includes(recipient.state);
}

/** All cards about a request: of its stages, their postponements, its end, and the previous round it replaces. */
export function cardsAbout(context: Context, request: ApprovalRequest): CardInChat[] {
  const earlier = requestsAbout(context, request.subjectKind, request.subjectKey).find(
    ({ round }) => round < request.round,
  );
  return [request, ...(earlier ? [earlier] : [])].flatMap((one) => [
    ...one.stages.flatMap((_stage, index) => stageCards(context, one, index + 1)),
    ...endedCards(context, one),
    ...postponedCards(context, one),
  ]);
}

function stageCards(context: Context, request: ApprovalRequest, number: number): CardInChat[] {
  const subjectKey = stageKey(request, number);
  const stage = request.stages[number - 1];
  return gotIt(context, approvalCampaignKey(subjectKey)).map((personId) => ({
    subjectKey,
    personId,
    card: () => approvalCardFor(context, subjectKey, personId),
    status: () =>
      stage
        ? JSON.stringify([
            statusOf(context, { request, stage, number }, personId),
            turnoutOf(stage, stageSeats(context, stage, request.submittedBy)),
          ])
        : '',
  }));
}

const endedCards = (context: Context, { key }: ApprovalRequest): CardInChat[] =>
  gotIt(context, endedCampaignKey(key)).map((personId) => ({
    subjectKey: key,
    personId,
    card: () => approvalEndedCardFor(context, key, personId),
    status: () => '',
  }));

const postponedCards = (context: Context, request: ApprovalRequest): CardInChat[] =>
  postponedSubjects(request).flatMap((subjectKey) =>
    gotIt(context, postponedCampaignKey(subjectKey)).map((personId) => ({
      subjectKey,
      personId,
      card: () => approvalPostponedCardFor(context, subjectKey, personId),
      status: () => '',
    })),
  );

/** Cards of a meeting: the agenda, and each move. */
export const agendaCards = (context: Context, agenda: Agenda): CardInChat[] =>
  [
    { subjectKey: agenda.key, campaignKey: agendaCampaignKey(agenda.key) },
    ...movesTold(context, agenda.key).map((subjectKey) => ({ subjectKey, campaignKey: movedCampaignKey(subjectKey) })),
  ].flatMap(({ subjectKey, campaignKey }) =>
    gotIt(context, campaignKey).map((personId) => ({
      subjectKey,
      personId,
      card: () => agendaCardFor(context, subjectKey, personId),
      status: () =>
        JSON.stringify(
          agendaItems(context, agenda, personId).map((item) =>
            'seats' in item ? [item.as, item.voted, item.seats] : item.as,
          ),
        ),
    })),
  );

/** Sent agendas that have included a request. */
export const agendasWith = (context: Context, requestKey: string): Agenda[] =>
  context
    .list(Agendas)
    .all()
    .filter(({ state, requestKeys }) => state !== 'draft' && requestKeys.includes(requestKey));

/** Cards with an open question. */
export const openCards = (context: Context): CardInChat[] => [
  ...context
    .list(ApprovalRequests)
    .all()
    .filter(({ state }) => state === 'open')
    .flatMap((request) => {
      const open = request.stages.findIndex(({ state }) => state === 'open');
      return open < 0 ? [] : stageCards(context, request, open + 1);
    }),
  ...context
    .list(Agendas)
    .all()
    .filter(({ state }) => state === 'sent')
    .flatMap((agenda) => agendaCards(context, agenda)),
];
