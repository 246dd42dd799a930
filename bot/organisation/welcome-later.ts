import { z } from 'zod';
import type { Context } from '../../api/context.ts';
import { conversationOf, hasCardToday } from '../../api/deliveries/index.ts';
import { journalKind } from '../../api/journal/index.ts';
import { asAppError, type PersonId } from '../../api/kernel/index.ts';
import { findPerson } from '../../api/organisation/index.ts';
import { isWorkingTime } from '../../api/working-days.ts';
import type { ChatAddress, ChatMessage } from '../sending/chat-port.ts';
import { isAskedToday, type ChatEntry } from './chat-events.ts';
import { welcomeCard } from './welcome-card.ts';

const due = journalKind('welcome', z.object({ conversation: z.string(), serviceUrl: z.string() }));

/**
 * Keeps the welcome for working hours: the app is installed for people at night, too. Where nothing durable is at hand
 * nobody is welcomed, which is no promise broken: every card says what it is about.
 */
export async function welcomeLater(context: Context, { person, conversation, serviceUrl }: ChatEntry): Promise<void> {
  if (conversation === undefined || serviceUrl === undefined) return;
  try {
    await context.journal.put(due, person, { conversation, serviceUrl });
  } catch (thrown) {
    context.log.warn({ code: asAppError(thrown).code }, 'a welcome was not kept');
  }
}

/** Says the welcomes that are kept, once each, in working hours; to nobody whose chat has gone meanwhile. */
export async function sayWelcomes(
  context: Context,
  say: (chat: ChatAddress, message: ChatMessage) => Promise<unknown>,
): Promise<void> {
  if (!isWorkingTime(context.clock.now())) return;
  for (const { key, data } of await context.journal.all(due)) {
    // Before it is said: one too few is better than two.
    await context.journal.remove(due, [key]);
    const personId = key as PersonId;
    const person = findPerson(context, personId);
    if (!person || conversationOf(context, personId)?.state !== 'open') continue;
    if (hasCardToday(context, personId) || isAskedToday(context, personId)) continue;
    try {
      await say(data, welcomeCard(context, personId, person.language));
    } catch (thrown) {
      context.log.warn({ code: asAppError(thrown).code }, 'a welcome was not said');
    }
  }
}
