import { latestPostponement, postponedStageKey, stageByKey } from '../../api/approvals/index.ts';
import type { Context } from '../../api/context.ts';
import type { PersonId } from '../../api/kernel/index.ts';
import { formatDay } from '../../api/texts/format.ts';
import { aside, cardMessage, notice, paragraph, plain } from '../cards/index.ts';
import type { ChatMessage } from '../sending/chat-port.ts';
import { approvalEndedCardFor } from './ended-card.ts';
import { goneCard } from './over-cards.ts';
import { reasonLine, resultCard } from './result-card.ts';
import { atStart, bodyOf, openRequest, readerOf, subjectWords } from './wording.ts';

/** For the submitter: which meeting postponed the case, to which, and why; later what became of it. */
export function approvalPostponedCardFor(context: Context, subjectKey: string, personId: PersonId): ChatMessage {
  const reader = readerOf(context, personId);
  const about = stageByKey(context, postponedStageKey(subjectKey));
  if (!about) return goneCard(context, reader);
  const { request, stage } = about;
  if (request.state !== 'open') return approvalEndedCardFor(context, request.key, personId);
  const put = latestPostponement(request, stage);
  if (!put) return resultCard(context, about, reader);
  const { language, t } = reader;
  const { meetingOn, nextMeetingOn, note } = put;
  const title = t('approvalCards.postponed.title', { what: subjectWords(request, t) });
  const values = {
    body: plain(atStart(bodyOf(context, stage, t))),
    on: formatDay(meetingOn, language),
    to: formatDay(nextMeetingOn, language),
  };
  return cardMessage({
    kind: 'approval.postponed',
    language,
    title: plain(title),
    summary: title,
    body: [
      notice('emphasis', paragraph(t('approvalCards.postponed.text', values))),
      ...(note === undefined ? [] : [reasonLine(context, { stage, text: note }, t, 600)]),
      aside(t('approvalCards.postponed.whatNow')),
    ],
    actions: [openRequest(context, request, t)],
  });
}
