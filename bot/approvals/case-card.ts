import { decidedOn, summaryFor, type Postponement, type Stage } from '../../api/approvals/index.ts';
import type { Context } from '../../api/context.ts';
import { formatDate } from '../../api/texts/format.ts';
import {
  aside,
  cardMessage,
  deepLink,
  linesOf,
  thanksNotice,
  openUrl,
  paragraph,
  plain,
  shorten,
  type Thanks,
} from '../cards/index.ts';
import type { ChatMessage } from '../sending/chat-port.ts';
import type { StageOf } from './stage-of.ts';
import { atStart, bodyOf, byWhen, openRequest, purposeOf, requestPath, subjectWords, type Reader } from './wording.ts';

/**
 * "Ny sag til Byrådet": for the secretary: the case, earlier approvals, the deadline, and the paper to attach (R10).
 */
export function caseCard(context: Context, { request, stage }: StageOf, reader: Reader, thanks?: Thanks): ChatMessage {
  const { language, t } = reader;
  const what = subjectWords(request, t);
  const body = bodyOf(context, stage, t);
  const purpose = purposeOf(request, t);
  const due = stage.dueOn && byWhen(context, stage.dueOn, reader);
  const before = request.stages.filter((one) => one !== stage && one.state === 'approved');
  const put = stage.postponements?.at(-1);
  const title = t('approvalCards.case.title', { body, what });
  return cardMessage({
    kind: 'approval.case',
    language,
    title: plain(title),
    summary: thanks?.text ?? (due ? t('approvalCards.case.summary', { body, what, due: due.text }) : title),
    notice: thanksNotice(thanks),
    body: [
      ...(purpose === undefined ? [] : [paragraph(purpose)]),
      ...linesOf(summaryFor(context, request, language))
        .slice(0, 3)
        .map((line) => paragraph(plain(shorten(line, 300)), { spacing: 'Small' })),
      ...before.map((one) => aside(approvedBy(one))),
      ...(put === undefined ? [] : [paragraph(postponedBy(put))]),
      ...(due
        ? [
            paragraph(t(due.late ? 'approvalCards.case.late' : 'approvalCards.case.due', { due: due.text }), {
              weight: 'Bolder',
            }),
          ]
        : []),
      paragraph(t('approvalCards.case.what')),
      aside(t('approvalCards.case.why', { body: plain(body) })),
    ],
    actions: [
      openRequest(context, request, t),
      openUrl(t('approvalCards.case.record'), deepLink(context, `${requestPath(request)}?do=record`)),
    ],
  });

  function postponedBy({ meetingOn, nextMeetingOn }: Postponement): string {
    const [on, to] = [formatDate(meetingOn, language), formatDate(nextMeetingOn, language)];
    return t('approvalCards.case.postponed', { on, to });
  }

  function approvedBy(one: Stage): string {
    const day = decidedOn(one);
    const date = day === undefined ? '' : formatDate(day, language);
    return t('approvalCards.case.approved', { body: plain(atStart(bodyOf(context, one, t))), date });
  }
}
