import { stageByKey, type ApprovalRequest } from '../../api/approvals/index.ts';
import type { Context } from '../../api/context.ts';
import type { PersonId } from '../../api/kernel/index.ts';
import { formatMoment } from '../../teams-app/texts/format.ts';
import {
  cardMessage,
  deepLink,
  notice,
  openUrl,
  paragraph,
  plain,
  sayings,
  shorten,
  type Card,
  type CardElement,
  type Thanks,
} from '../cards/index.ts';
import type { ChatMessage } from '../sending/chat-port.ts';
import { questionCard, saying } from './question-card.ts';
import { resultCard } from './result-card.ts';
import type { StageOf } from './stage-of.ts';
import { newerRound, standingOf, type Standing } from './standing.ts';
import { votedCard } from './voted-card.ts';
import { bodyOf, nameOf, openRequest, readerOf, requestPath, whatOf, type Reader } from './wording.ts';

/**
 * What a person is shown about a stage at this moment, whether it is sent, pressed or brought up to date: the question,
 * the receipt, the result, or why it is not the person's to decide. Never throws for what is gone: the card says so.
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
  const standing = standingOf(context, about, reader.personId);
  switch (standing.as) {
    case 'asked':
      return questionCard(context, about, standing.seat, reader, thanks);
    case 'voted':
      return votedCard(context, about, standing, reader, thanks);
    case 'closed':
      return resultCard(context, about, reader, thanks);
    case 'withdrawn':
      return withdrawnCard(context, about.request, reader, thanks);
    case 'waiting':
    case 'external':
    case 'submitter':
    case 'away':
    case 'represented':
    case 'removed':
      return notMineCard(context, about, standing, reader, thanks);
  }
}

function withdrawnCard(
  context: Context,
  request: ApprovalRequest,
  { language, t }: Reader,
  thanks: Thanks | undefined,
): ChatMessage {
  const { withdrawnBy, withdrawnReason, endedAt, submittedBy } = request;
  const name = plain(nameOf(context, withdrawnBy ?? submittedBy));
  const moment = endedAt === undefined ? '' : formatMoment(endedAt, language);
  const title = t('approvalCards.result.withdrawn', { what: whatOf(request, t) });
  const why =
    withdrawnReason === undefined || withdrawnReason === '' ? [] : [paragraph(plain(shorten(withdrawnReason, 400)))];
  return cardMessage({
    language,
    title: plain(title),
    summary: thanks?.text ?? title,
    notice: saying(thanks),
    body: [
      notice('emphasis', paragraph(t('approvalCards.result.withdrawnBy', { name, moment })), ...why),
      ...sayings(t('approvalCards.result.over')),
    ],
    actions: [openRequest(context, request, t)],
  });
}

type NotMine = Extract<Standing, { as: 'waiting' | 'external' | 'submitter' | 'away' | 'represented' | 'removed' }>;

function notMineCard(
  context: Context,
  about: StageOf,
  standing: NotMine,
  reader: Reader,
  thanks: Thanks | undefined,
): ChatMessage {
  const { request, stage } = about;
  const { language, t } = reader;
  const what = whatOf(request, t);
  const title = t(standing.as === 'waiting' ? 'approvalCards.result.waiting' : 'approvalCards.notMine.title', { what });
  return cardMessage({
    language,
    title: plain(title),
    summary: thanks?.text ?? title,
    notice: saying(thanks),
    body: sayings(...textsOf(standing)),
    actions: [openRequest(context, request, t)],
  });

  function textsOf(given: NotMine): string[] {
    switch (given.as) {
      case 'waiting':
        return [t('approvalCards.result.waitingText', { body: plain(bodyOf(context, stage, t)) })];
      case 'external':
      case 'submitter':
      case 'away':
        return [t(`approvalCards.notMine.${given.as}`)];
      case 'represented':
        return [t('approvalCards.notMine.represented', { name: plain(nameOf(context, given.deputy)) })];
      case 'removed':
        return [
          t('approvalCards.notMine.removed'),
          ...(given.vote
            ? [t('approvalCards.notMine.counted', { moment: formatMoment(given.vote.at, language) })]
            : []),
        ];
    }
  }
}

/** Above what became of this round: that there is a newer one, with the way to it in the place of the old one's. */
function withNewer(context: Context, message: ChatMessage, newer: ApprovalRequest, { t }: Reader): ChatMessage {
  const card = message.card as Card;
  const { round } = newer;
  const above: CardElement = notice('emphasis', paragraph(t('approvalCards.superseded.text', { round })));
  const open = openUrl(t('approvalCards.superseded.open', { round }), deepLink(context, requestPath(newer)));
  return { ...message, card: { ...card, body: [above, ...card.body], actions: [open] } };
}

function goneCard(context: Context, { language, t }: Reader): ChatMessage {
  return cardMessage({
    language,
    title: t('approvalCards.gone.title'),
    body: sayings(t('approvalCards.gone.text')),
    actions: [openUrl(t('approvalCards.all'), deepLink(context, '/approvals'))],
  });
}
