import type { Context, Translate } from '../../api/context.ts';
import { languageOf, type Language, type PersonId } from '../../api/kernel/index.ts';
import { leaveStanding, type LeaveStanding } from '../../api/obligations/index.ts';
import { findPerson, personRef } from '../../api/organisation/index.ts';
import { formatDay } from '../../teams-app/texts/format.ts';
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
  shorten,
  type CardElement,
} from '../cards/index.ts';
import type { ChatMessage } from '../sending/chat-port.ts';

/** "Jeg er ikke på orlov": `{ leaveKey }`, the recording that the card is about. */
export const endLeaveVerb = 'absence.end';

interface Reader {
  personId: PersonId;
  language: Language;
  t: Translate;
}

/**
 * What somebody is told whom another has put on leave: who said so, from when to when, what it means, and one press that
 * ends it. Ended or changed meanwhile, the card says that. Never throws for what is gone.
 */
export function leaveCardFor(context: Context, subjectKey: string, personId: PersonId): ChatMessage {
  const language = findPerson(context, personId)?.language ?? languageOf(undefined);
  const reader: Reader = { personId, language, t: context.texts(language) };
  const standing = leaveStanding(context, subjectKey);
  if (standing?.personId !== personId) return sayingCard(context, reader, reader.t('leaveCards.gone'));
  return standing.as === 'ended'
    ? sayingCard(context, reader, endedText(context, reader, standing.by))
    : onLeaveCard(context, reader, standing);
}

function onLeaveCard(
  context: Context,
  { language, personId, t }: Reader,
  { as, leave, by, subjectKey }: Exclude<LeaveStanding, { as: 'ended' }>,
): ChatMessage {
  const name = by === undefined ? undefined : nameOf(context, by);
  const [from, to] = [formatDay(leave.from, language), formatDay(leave.to, language)];
  const isOther = name !== undefined && by !== personId;
  const title = isOther ? t('leaveCards.title', { name }) : t('leaveCards.ownTitle');
  const changed: CardElement[] = as === 'changed' ? [notice('emphasis', paragraph(t('leaveCards.changed')))] : [];
  return cardMessage({
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

function endedText(context: Context, { personId, t }: Reader, by: PersonId | undefined): string {
  if (by === undefined) return t('leaveCards.over');
  return by === personId ? t('leaveCards.endedByYou') : t('leaveCards.endedBy', { name: plain(nameOf(context, by)) });
}

const sayingCard = (context: Context, { language, t }: Reader, text: string): ChatMessage =>
  cardMessage({
    language,
    title: t('leaveCards.endedTitle'),
    summary: text,
    body: sayings(text, t('leaveCards.back')),
    actions: [openHome(context, t)],
  });

const openHome = (context: Context, t: Translate) => openUrl(t('leaveCards.open'), deepLink(context, '/'));
const nameOf = (context: Context, personId: PersonId): string => shorten(personRef(context, personId).name, 80);
