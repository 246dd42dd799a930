import { hasContentChanged, type StageSeat, type Vote } from '../../api/approvals/index.ts';
import type { Context } from '../../api/context.ts';
import { formatMoment } from '../../api/texts/format.ts';
import {
  aside,
  cardMessage,
  field,
  firstName,
  notice,
  thanksNotice,
  paragraph,
  plain,
  shorten,
  type CardElement,
  type Thanks,
} from '../cards/index.ts';
import type { ChatMessage } from '../sending/chat-port.ts';
import type { StageOf } from './stage-of.ts';
import { longestComment, voteButton } from './vote-button.ts';
import { votesSection } from './votes-section.ts';
import { byWhen, nameOf, openRequest, subjectWords, type Reader } from './wording.ts';

/** The receipt during a vote: my choice, that it can be changed, and the progress. */
export function votedCard(
  context: Context,
  about: StageOf,
  { seat, vote }: { seat: StageSeat; vote: Vote },
  reader: Reader,
  thanks?: Thanks,
): ChatMessage {
  const { request, stage } = about;
  const { language, t } = reader;
  const mine = vote.by === reader.personId;
  const values = {
    what: subjectWords(request, t),
    moment: formatMoment(vote.at, language),
    name: nameOf(context, vote.by),
  };
  const done = t(`approvalCards.receipt.${mine ? '' : 'byDeputy.'}${vote.choice}`, values);
  const due = stage.dueOn && byWhen(context, stage.dueOn, reader);
  const mayChange = !hasContentChanged(context, request);
  const others = (['approve', 'askChanges'] as const).filter((choice) => choice !== vote.choice);
  return cardMessage({
    kind: 'approval.voted',
    language,
    title: mine
      ? plain(t('approvalCards.receipt.title', { name: firstName(reader.name) }))
      : plain(t('approvalCards.title', { what: values.what })),
    summary: thanks?.text ?? done,
    notice: thanksNotice(thanks),
    body: [
      notice('good', paragraph(plain(done)), ...reasonOf(vote, mine, reader)),
      ...(seat.deputy === undefined
        ? []
        : [aside(t('approvalCards.receipt.deputy', { name: plain(nameOf(context, seat.holder)) }))]),
      ...votesSection(context, about, reader),
      ...(due && !due.late ? [aside(t('approvalCards.deadline', { due: due.text }))] : []),
      ...(mayChange ? [paragraph(t('approvalCards.receipt.mayChange')), ...commentFor(others, reader)] : []),
    ],
    actions: [
      ...(mayChange ? others.map((choice) => voteButton(about, choice, t(`approvalCards.change.${choice}`))) : []),
      openRequest(context, request, t),
    ],
  });
}

function reasonOf({ reason }: Vote, mine: boolean, { t }: Reader) {
  if (reason === undefined || reason === '') return [];
  return [paragraph(t(`approvalCards.receipt.${mine ? 'reason' : 'reasonOf'}`, { text: plain(shorten(reason, 300)) }))];
}

const commentFor = (choices: readonly Vote['choice'][], { t }: Reader): CardElement[] =>
  choices.includes('askChanges') ? [field('comment', t('approvalCards.comment'), longestComment)] : [];
