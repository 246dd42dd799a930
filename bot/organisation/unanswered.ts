import { z } from 'zod';
import type { Context } from '../../api/context.ts';
import { conversationOf } from '../../api/deliveries/index.ts';
import { journalKind } from '../../api/journal/index.ts';
import { asAppError, nowOf, type Language, type PersonId } from '../../api/kernel/index.ts';
import { formatMoment } from '../../api/texts/format.ts';
import { isWorkingTime } from '../../api/working-days.ts';
import { cardMessage, deepLink, openUrl, sayings } from '../cards/index.ts';
import type { ChatAddress, ChatMessage } from '../sending/chat-port.ts';
import { wasNotSent } from '../sending/reactions.ts';
import type { ChatEntry } from './chat-events.ts';

/** By person: who has written and got no answer. What was written is not kept. */
const due = journalKind(
  'unanswered',
  z.object({ conversation: z.string(), serviceUrl: z.string(), language: z.enum(['da', 'en']), at: z.iso.datetime() }),
);

/** Milliseconds for which somebody who wrote may be answered at any hour. */
const anyHourMs = 3_600_000;
const givenUpMs = 7 * 24 * anyHourMs;

/** Teams took no answer: the person is told so when it does. Without durable storage it is dropped. */
export async function sorryLater(context: Context, chat: ChatEntry, language: Language): Promise<void> {
  const { person, conversation, serviceUrl } = chat;
  if (conversation === undefined || serviceUrl === undefined) return;
  try {
    await context.journal.put(due, person, { conversation, serviceUrl, language, at: nowOf(context.clock) });
  } catch (thrown) {
    context.log.warn({ code: asAppError(thrown).code }, 'who got no answer is not told so');
  }
}

/** Tells them, once each: within an hour of their message, else in working hours, for a week; not in closed chats. */
export async function saySorry(
  context: Context,
  say: (chat: ChatAddress, message: ChatMessage) => Promise<unknown>,
): Promise<void> {
  const now = context.clock.now();
  for (const { key, data } of await context.journal.all(due)) {
    const age = now.getTime() - Date.parse(data.at);
    const isOver = age > givenUpMs || conversationOf(context, key as PersonId)?.state !== 'open';
    if (!isOver && age > anyHourMs && !isWorkingTime(now)) continue;
    // Removed first: none is better than two.
    await context.journal.remove(due, [key]);
    if (isOver) continue;
    try {
      await say(data, unansweredCard(context, data.language, data.at));
    } catch (thrown) {
      if (!wasNotSent(thrown)) continue;
      await context.journal.put(due, key, data);
      return;
    }
  }
}

/** The bot could not answer when the person wrote. */
export function unansweredCard(context: Context, language: Language, at: string): ChatMessage {
  const t = context.texts(language);
  return cardMessage({
    kind: 'bot.unanswered',
    language,
    title: t('bot.unanswered.title'),
    body: sayings(t('bot.unanswered.text', { moment: formatMoment(at, language) })),
    actions: [openUrl(t('cards.openApp'), deepLink(context, '/'))],
  });
}
