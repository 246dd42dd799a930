import type { Context, Translate } from '../../api/context.ts';
import type { PersonId } from '../../api/kernel/index.ts';
import { isOfAnother, leaveStatus, type LeaveStatus } from '../../api/obligations/index.ts';
import { formatDay } from '../../api/texts/format.ts';
import {
  cardMessage,
  deepLink,
  execute,
  facts,
  notice,
  openUrl,
  paragraph,
  plain,
  sayings,
  type CardElement,
} from '../cards/index.ts';
import type { ChatMessage } from '../sending/chat-port.ts';
import { nameOf, readerOf, type Reader } from '../cards/reader.ts';

/** "Jeg er ikke på orlov": `{ leaveKey }`, the card's recording. */
export const endLeaveVerb = 'absence.end';

/**
 * The card for a person whose leave was recorded by another: by whom, the period, its effect, and a button to end it.
 * If ended or changed since, the card says so. Never throws for removed things.
 */
export function leaveCardFor(context: Context, subjectKey: string, personId: PersonId): ChatMessage {
  const reader = readerOf(context, personId);
  const status = leaveStatus(context, subjectKey);
  if (status && isOfAnother(subjectKey, personId)) return standInCard(context, reader, status);
  if (status?.personId !== personId) return sayingCard(context, reader, reader.t('leaveCards.gone'));
  return status.as === 'ended'
    ? sayingCard(context, reader, endedText(context, reader, status.by))
    : onLeaveCard(context, reader, status);
}

function onLeaveCard(
  context: Context,
  { language, personId, t }: Reader,
  { as, leave, by, subjectKey }: Exclude<LeaveStatus, { as: 'ended' }>,
): ChatMessage {
  const name = by === undefined ? undefined : nameOf(context, by);
  const [from, to] = [formatDay(leave.from, language), formatDay(leave.to, language)];
  const isOther = name !== undefined && by !== personId;
  const title = isOther ? t('leaveCards.title', { name }) : t('leaveCards.ownTitle');
  const changed: CardElement[] = as === 'changed' ? [notice('emphasis', paragraph(t('leaveCards.changed')))] : [];
  return cardMessage({
    kind: 'leave.recorded',
    language,
    title: plain(title),
    summary: t('leaveCards.summary', { title, from, to }),
    notice: changed,
    body: [
      ...facts([
        [t('leaveCards.from'), from],
        [t('leaveCards.to'), to],
        ...(isOther ? [[t('leaveCards.by'), plain(name)] as const] : []),
      ]),
      ...sayings(t('leaveCards.votes'), t('leaveCards.tasks')),
      paragraph(t('leaveCards.ask'), { weight: 'Bolder' }),
    ],
    actions: [execute(t('leaveCards.end'), endLeaveVerb, { leaveKey: subjectKey }), openHome(context, t)],
  });
}

/** "Du er stedfortræder for Anne Holm fra 7. til 21. juli"; or that it is over, or passed on. */
function standInCard(context: Context, { language, personId, t }: Reader, status: LeaveStatus): ChatMessage {
  const name = nameOf(context, status.personId);
  if (status.as === 'ended' || status.standIn !== personId)
    return cardMessage({
      kind: 'leave.standInOver',
      language,
      title: t('leaveCards.standIn.overTitle'),
      summary: t('leaveCards.standIn.overTitle'),
      body: sayings(t('leaveCards.standIn.over')),
      actions: [openTasks(context, t)],
    });
  const [from, to] = [formatDay(status.leave.from, language), formatDay(status.leave.to, language)];
  const title = t('leaveCards.standIn.title', { name });
  return cardMessage({
    kind: 'leave.standIn',
    language,
    title: plain(title),
    summary: t('leaveCards.standIn.summary', { title, from, to }),
    body: [
      ...facts([
        [t('leaveCards.from'), from],
        [t('leaveCards.to'), to],
      ]),
      ...sayings(t('leaveCards.standIn.means'), t('leaveCards.standIn.cannot', { name: plain(name) })),
    ],
    actions: [openTasks(context, t)],
  });
}

function endedText(context: Context, { personId, t }: Reader, by: PersonId | undefined): string {
  if (by === undefined) return t('leaveCards.over');
  return by === personId ? t('leaveCards.endedByYou') : t('leaveCards.endedBy', { name: plain(nameOf(context, by)) });
}

const sayingCard = (context: Context, { language, t }: Reader, text: string): ChatMessage =>
  cardMessage({
    kind: 'leave.over',
    language,
    title: t('leaveCards.endedTitle'),
    summary: text,
    body: sayings(text, t('leaveCards.back')),
    actions: [openHome(context, t)],
  });

const openTasks = (context: Context, t: Translate) =>
  openUrl(t('leaveCards.standIn.open'), deepLink(context, '/tasks'));
const openHome = (context: Context, t: Translate) => openUrl(t('leaveCards.open'), deepLink(context, '/'));
