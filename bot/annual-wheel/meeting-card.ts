import {
  isAskedOf,
  isComing,
  meetingOfCard,
  replyOf,
  type NetworkMeeting,
  type Reply,
} from '../../api/annual-wheel/index.ts';
import type { Context, Translate } from '../../api/context.ts';
import { deliveryOf, isMoveSubject } from '../../api/deliveries/index.ts';
import type { PersonId } from '../../api/kernel/index.ts';
import { formatWeekday } from '../../api/texts/format.ts';
import {
  buttons,
  cardMessage,
  deepLink,
  execute,
  facts,
  notice,
  openUrl,
  paragraph,
  plain,
  sayings,
  shorten,
  type CardElement,
} from '../cards/index.ts';
import type { ChatMessage } from '../sending/chat-port.ts';
import { readerOf, type Reader } from '../cards/reader.ts';

/** "Jeg kommer", "Måske", "Jeg kan ikke": `{ subjectKey, reply }`. */
export const answerMeetingVerb = 'meeting.answer';
const replies = ['yes', 'maybe', 'no'] as const satisfies readonly Reply[];
/** Agenda items in the card; the rest are in the tab. */
const mostPoints = 5;

/**
 * An invited person's card as of now: time, place, subject, and three answers, with the own one shown and changeable;
 * or that it is cancelled or over. Never throws for removed things.
 */
export function meetingCardFor(context: Context, subjectKey: string, personId: PersonId): ChatMessage {
  const reader = readerOf(context, personId);
  const meeting = meetingOfCard(context, subjectKey);
  if (!meeting || !isAskedOf(context, subjectKey, personId)) return overCard(context, reader, undefined);
  return isComing(context, meeting)
    ? invitationCard(context, reader, meeting, subjectKey)
    : overCard(context, reader, meeting);
}

function invitationCard(
  context: Context,
  { personId, language, t }: Reader,
  meeting: NetworkMeeting,
  subjectKey: string,
): ChatMessage {
  const own = meeting.people.find(({ person }) => person === personId);
  const reply = own && replyOf(own, meeting);
  const title = shorten(meeting.title, 120);
  const when = { date: formatWeekday(meeting.on, language), time: meeting.startsAt.replace(':', '.') };
  const sentAt = deliveryOf(context, subjectKey, personId)?.at;
  const isOfBefore = meeting.timeChangedAt !== undefined && sentAt !== undefined && sentAt < meeting.timeChangedAt;
  const isMoved = isMoveSubject(subjectKey) || isOfBefore;
  const points = meeting.agenda.slice(0, mostPoints);
  return cardMessage({
    kind: 'meeting.invitation',
    language,
    title: plain(title),
    summary: t(`meetingCards.${isMoved ? 'movedSummary' : 'summary'}`, { title, ...when }),
    notice: [
      ...(isMoved ? [notice('warning', paragraph(t('meetingCards.moved')))] : []),
      ...(reply ? [notice('good', paragraph(t(`meetingCards.said.${reply}`)))] : []),
    ],
    body: [
      ...facts([
        [t('meetingCards.when'), t('meetingCards.whenText', { ...when, minutes: meeting.minutes })],
        ...(meeting.place === '' ? [] : [[t('meetingCards.where'), plain(shorten(meeting.place, 200))] as const]),
      ]),
      ...(points.length === 0 ? [] : [paragraph(t('meetingCards.agenda'), { weight: 'Bolder' })]),
      ...points.map((point, index) => paragraph(plain(`${index + 1}. ${shorten(point, 150)}`), { spacing: 'Small' })),
      paragraph(t(reply ? 'meetingCards.change' : 'meetingCards.ask'), { weight: 'Bolder' }),
      ...answers(t, subjectKey, reply),
    ],
    actions: [openUrl(t('meetingCards.open'), deepLink(context, `/wheel/meetings/${meeting.key}`))],
  });
}

/** The other answers, two in a row. */
function answers(t: Translate, subjectKey: string, given: Reply | undefined): CardElement[] {
  const left = replies
    .filter((reply) => reply !== given)
    .map((reply) => execute(t(`meetingCards.reply.${reply}`), answerMeetingVerb, { subjectKey, reply }));
  return [...buttons(left.slice(0, 2)), ...buttons(left.slice(2))];
}

function overCard(context: Context, { language, t }: Reader, meeting: NetworkMeeting | undefined): ChatMessage {
  const title = meeting ? shorten(meeting.title, 120) : '';
  const values = { title, date: meeting ? formatWeekday(meeting.on, language) : '' };
  const ended = meeting?.cancelledAt === undefined ? 'over' : 'cancelled';
  const key = meeting === undefined ? 'gone' : ended;
  return cardMessage({
    kind: 'meeting.over',
    language,
    title: plain(t(`meetingCards.${key}.title`, values)),
    summary: t(`meetingCards.${key}.title`, values),
    body: sayings(t(`meetingCards.${key}.text`)),
    actions: [openUrl(t('meetingCards.all'), deepLink(context, '/wheel/meetings'))],
  });
}
