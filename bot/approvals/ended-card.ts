import {
  ApprovalRequests,
  approvalSubject,
  decidedOn,
  endedInquorate,
  type ApprovalRequest,
  type Stage,
} from '../../api/approvals/index.ts';
import type { Context } from '../../api/context.ts';
import type { PersonId } from '../../api/kernel/index.ts';
import { formatDay } from '../../api/texts/format.ts';
import {
  aside,
  cardMessage,
  deepLink,
  notice,
  openUrl,
  paragraph,
  plain,
  type CardAction,
  type CardElement,
} from '../cards/index.ts';
import type { ChatMessage } from '../sending/chat-port.ts';
import { goneCard, withdrawnCard, withNewer } from './over-cards.ts';
import { reasonLine, reasonsOf, remarksOf, type Reason } from './result-card.ts';
import { newerRound } from './card-status.ts';
import { atStart, bodyOf, readerOf, requestPath, subjectWords, type Reader } from './wording.ts';

/** Reasons in the card; the rest are in the tab. */
const most = 5;

/** The outcome for the submitter: approved with its remarks, or the reasons against and the way to the next round. */
export function approvalEndedCardFor(context: Context, requestKey: string, personId: PersonId): ChatMessage {
  const reader = readerOf(context, personId);
  const request = context.list(ApprovalRequests).get(requestKey);
  if (!request) return goneCard(context, reader);
  const newer = newerRound(context, request);
  const card =
    request.state === 'withdrawn' ? withdrawnCard(context, request, reader) : endedCard(context, request, reader);
  return newer ? withNewer(context, card, newer, reader) : card;
}

function endedCard(context: Context, request: ApprovalRequest, reader: Reader): ChatMessage {
  const { language, t } = reader;
  const state = endOf(request);
  const title = t(`approvalCards.ended.${state}.title`, { what: subjectWords(request, t) });
  return cardMessage({
    kind: 'approval.ended',
    language,
    title: plain(title),
    summary: title,
    body: [
      notice(tones[state], paragraph(t(textOf(state, request)))),
      ...reasons(context, request, reader),
      ...request.stages.flatMap((stage) => stageLine(context, stage, reader)),
    ],
    actions: actions(context, request, reader),
  });
}

/** A meeting may have decided without a word. */
function textOf(state: keyof typeof tones, request: ApprovalRequest) {
  if (endedInquorate(request)) return 'approvalCards.ended.returned.inquorate' as const;
  const isSilent = writtenIn(request).length === 0;
  if (state === 'approved')
    return isSilent ? 'approvalCards.ended.approved.text' : 'approvalCards.ended.approved.remarks';
  return isSilent ? (`approvalCards.ended.${state}.noReason` as const) : (`approvalCards.ended.${state}.text` as const);
}

const tones = { approved: 'good', rejected: 'attention', returned: 'warning' } as const;
/** The card is sent for ended requests only, so a reopened one has none. */
const endOf = ({ state }: ApprovalRequest): keyof typeof tones =>
  state === 'approved' || state === 'rejected' ? state : 'returned';

/** Reasons against; of what is approved also the remarks of those who were for it. */
const writtenIn = ({ state, stages }: ApprovalRequest): Reason[] =>
  stages.flatMap((stage) => (state === 'approved' ? remarksOf(stage) : reasonsOf(stage)));

function reasons(context: Context, request: ApprovalRequest, { t }: Reader): CardElement[] {
  const all = writtenIn(request);
  const shown = all.slice(0, most).map((reason) => reasonLine(context, reason, t, 600));
  return [...shown, ...(all.length > most ? [aside(t('approvalCards.ended.more', { count: all.length - most }))] : [])];
}

/** "Informationssikkerhedsudvalget: godkendt 24. november". */
function stageLine(context: Context, stage: Stage, { t, language }: Reader): CardElement[] {
  const { state } = stage;
  const day = decidedOn(stage);
  if (day === undefined || state === 'waiting' || state === 'open' || state === 'skipped') return [];
  const result = t(`approvalCards.ended.stageResult.${state}`, { date: formatDay(day, language) });
  const who = plain(atStart(bodyOf(context, stage, t)));
  return [paragraph(t('approvalCards.ended.stage', { who, result }), { isSubtle: true, spacing: 'Small' })];
}

/** Links to the thing, for editing, and to the decision. */
function actions(context: Context, request: ApprovalRequest, { t }: Reader): CardAction[] {
  const path = approvalSubject(context, request.subjectKind)?.path(context, request.subjectKey);
  const open = t(request.state === 'returned' ? 'approvalCards.ended.openReturned' : 'approvalCards.ended.open');
  return [
    ...(path === undefined ? [] : [openUrl(open, deepLink(context, path))]),
    openUrl(t('approvalCards.ended.decision'), deepLink(context, requestPath(request))),
  ];
}
