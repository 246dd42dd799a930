import { stageByKey } from '../../api/approvals/index.ts';
import type { Context } from '../../api/context.ts';
import type { PersonId } from '../../api/kernel/index.ts';
import type { Thanks } from '../cards/index.ts';
import type { ChatMessage } from '../sending/chat-port.ts';
import { caseCard } from './case-card.ts';
import { notMineCard } from './not-mine-card.ts';
import { goneCard, withdrawnCard, withNewer } from './over-cards.ts';
import { questionCard } from './question-card.ts';
import { resultCard } from './result-card.ts';
import type { StageOf } from './stage-of.ts';
import { newerRound, statusOf } from './card-status.ts';
import { votedCard } from './voted-card.ts';
import { readerOf, type Reader } from './wording.ts';

/**
 * A person's card about a stage as of now, for sending, pressing and updating: the question, the receipt, the result,
 * or why another decides. Never throws for removed things: the card says so.
 */
export function approvalCardFor(context: Context, stageKey: string, personId: PersonId, thanks?: Thanks): ChatMessage {
  const reader = readerOf(context, personId);
  const about = stageByKey(context, stageKey);
  if (!about) return goneCard(context, reader);
  const card = cardAsIs(context, about, reader, thanks);
  const newer = newerRound(context, about.request);
  return newer ? withNewer(context, card, newer, reader) : card;
}

function cardAsIs(context: Context, about: StageOf, reader: Reader, thanks: Thanks | undefined): ChatMessage {
  const status = statusOf(context, about, reader.personId);
  switch (status.as) {
    case 'asked':
      return questionCard(context, about, status.seat, reader, thanks);
    case 'voted':
      return votedCard(context, about, status, reader, thanks);
    case 'closed':
      return resultCard(context, about, reader, thanks);
    case 'withdrawn':
      return withdrawnCard(context, about.request, reader, thanks);
    case 'recorder':
      return caseCard(context, about, reader, thanks);
    case 'waiting':
    case 'external':
    case 'submitter':
    case 'away':
    case 'represented':
    case 'removed':
      return notMineCard(context, about, status, reader, thanks);
  }
}
