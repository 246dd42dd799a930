import { hasContentChanged, summaryFor, type ApprovalRequest, type StageSeat } from '../../api/approvals/index.ts';
import type { Context } from '../../api/context.ts';
import { centreRef } from '../../api/organisation/index.ts';
import {
  aside,
  cardMessage,
  deepLink,
  field,
  linesOf,
  notice,
  noticeOf,
  paragraph,
  plain,
  shorten,
  type CardElement,
  type Thanks,
} from '../cards/index.ts';
import type { ChatMessage } from '../sending/chat-port.ts';
import { changesLine } from './changes.ts';
import type { StageOf } from './stage-of.ts';
import { longestComment, voteButton } from './vote-button.ts';
import { votesSection } from './votes-section.ts';
import { whyMe } from './why-me.ts';
import { byWhen, nameOf, openRequest, purposeOf, requestPath, whatOf, type Reader } from './wording.ts';

/** "Til godkendelse: Lokal procedure – Udlevering af journaler": what, from whom, how far, by when, why me. */
export function questionCard(
  context: Context,
  about: StageOf,
  seat: StageSeat,
  reader: Reader,
  thanks?: Thanks,
): ChatMessage {
  const { request, stage } = about;
  const { language, t } = reader;
  if (hasContentChanged(context, request)) return changedCard(context, about, reader);
  const what = whatOf(request, t);
  const due = stage.dueOn && byWhen(context, stage.dueOn, reader);
  const link = deepLink(context, requestPath(request));
  return cardMessage({
    kind: 'approval.question',
    language,
    title: plain(t('approvalCards.title', { what })),
    summary: thanks?.text ?? (due ? t('approvalCards.summary', { what, due: due.text }) : what),
    notice: noticeOf(thanks),
    body: [
      ...matter(context, request, reader),
      ...votesSection(context, about, reader),
      ...(due
        ? [paragraph(t(due.late ? 'approvalCards.late' : 'approvalCards.due', { due: due.text }), { weight: 'Bolder' })]
        : []),
      aside(whyMe(context, about, seat, reader)),
      field('comment', t('approvalCards.comment'), longestComment),
      aside(t('approvalCards.elsewhere', { link })),
    ],
    actions: [
      voteButton(about, 'approve', t('approvalCards.approve')),
      voteButton(about, 'askChanges', t('approvalCards.askChanges')),
      openRequest(context, request, t),
    ],
  });
}

/** From whom, what it changes in three lines, and how much of it has changed since it was last seen. */
function matter(context: Context, request: ApprovalRequest, { language, t }: Reader): CardElement[] {
  const centre = centreRef(context, request.centreId)?.title;
  const parts = [
    nameOf(context, request.submittedBy),
    ...(centre === undefined ? [] : [shorten(centre, 80)]),
    ...(request.round > 1 && request.purpose === undefined ? [t('approvalCards.round', { round: request.round })] : []),
  ];
  const purpose = purposeOf(request, t);
  const changes = changesLine(context, request, t);
  return [
    aside(t('approvalCards.from', { parts: plain(parts.join(' · ')) })),
    ...(purpose === undefined ? [] : [paragraph(purpose)]),
    ...linesOf(summaryFor(context, request, language))
      .slice(0, 3)
      .map((line) => paragraph(plain(shorten(line, 300)), { spacing: 'Small' })),
    ...(changes === undefined ? [] : [paragraph(changes)]),
    ...(request.file ? [aside(t('approvalCards.file', { name: plain(shorten(request.file.name, 120)) }))] : []),
  ];
}

/** Somebody changed the thing after it was sent, or it is gone: nobody can decide on it (R12). */
function changedCard(context: Context, { request }: StageOf, { language, t }: Reader): ChatMessage {
  const name = plain(nameOf(context, request.submittedBy));
  return cardMessage({
    kind: 'approval.changed',
    language,
    title: plain(t('approvalCards.changed.title', { what: whatOf(request, t) })),
    body: [notice('warning', paragraph(t('approvalCards.changed.text', { name })))],
    actions: [openRequest(context, request, t)],
  });
}
