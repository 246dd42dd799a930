import type { ApprovalRequest } from '../../api/approvals/index.ts';
import type { Context } from '../../api/context.ts';
import { formatMoment } from '../../api/texts/format.ts';
import {
  cardMessage,
  deepLink,
  notice,
  thanksNotice,
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
import { nameOf, openRequest, requestPath, subjectWords, type Reader } from './wording.ts';

/** Withdrawn, by whom and why. */
export function withdrawnCard(
  context: Context,
  request: ApprovalRequest,
  { language, t }: Reader,
  thanks?: Thanks,
): ChatMessage {
  const { withdrawnBy, withdrawnReason, endedAt, submittedBy } = request;
  const name = plain(nameOf(context, withdrawnBy ?? submittedBy));
  const moment = endedAt === undefined ? '' : formatMoment(endedAt, language);
  const title = t('approvalCards.result.withdrawn', { what: subjectWords(request, t) });
  const why =
    withdrawnReason === undefined || withdrawnReason === '' ? [] : [paragraph(plain(shorten(withdrawnReason, 400)))];
  return cardMessage({
    kind: 'approval.withdrawn',
    language,
    title: plain(title),
    summary: thanks?.text ?? title,
    notice: thanksNotice(thanks),
    body: [
      notice('emphasis', paragraph(t('approvalCards.result.withdrawnBy', { name, moment })), ...why),
      ...sayings(t('approvalCards.result.over')),
    ],
    actions: [openRequest(context, request, t)],
  });
}

/** Adds a note that there is a newer round, with its link instead of the old one's. */
export function withNewer(context: Context, message: ChatMessage, newer: ApprovalRequest, { t }: Reader): ChatMessage {
  const card = message.card as Card;
  const { round } = newer;
  const above: CardElement = notice('emphasis', paragraph(t('approvalCards.superseded.text', { round })));
  const open = openUrl(t('approvalCards.superseded.open', { round }), deepLink(context, requestPath(newer)));
  return { ...message, card: { ...card, body: [above, ...card.body], actions: [open] } };
}

export function goneCard(context: Context, { language, t }: Reader): ChatMessage {
  return cardMessage({
    kind: 'approval.gone',
    language,
    title: t('approvalCards.gone.title'),
    body: sayings(t('approvalCards.gone.text')),
    actions: [openUrl(t('approvalCards.all'), deepLink(context, '/approvals'))],
  });
}
