import { z } from 'zod';
import type { Context } from '../../api/context.ts';
import { conversationOf, hasCardToday } from '../../api/deliveries/index.ts';
import { journalKind } from '../../api/journal/index.ts';
import { asAppError, type PersonId } from '../../api/kernel/index.ts';
import { findPerson } from '../../api/organisation/index.ts';
import { isWorkingTime } from '../../api/working-days.ts';
import type { ChatAddress, ChatMessage } from '../sending/chat-port.ts';
import { wasNotSent } from '../sending/reactions.ts';
import { isAskedToday, type ChatEntry } from './chat-events.ts';
import { welcomeCard } from './welcome-card.ts';

const due = journalKind('welcome', z.object({ conversation: z.string(), serviceUrl: z.string() }));

/**
 * Defers the welcome to working hours, as the app may be installed at night. Without durable storage it is dropped:
 * every card explains itself.
 */
export async function welcomeLater(context: Context, { person, conversation, serviceUrl }: ChatEntry): Promise<void> {
  if (conversation === undefined || serviceUrl === undefined) return;
  try {
    await context.journal.put(due, person, { conversation, serviceUrl });
  } catch (thrown) {
    context.log.warn({ code: asAppError(thrown).code }, 'a welcome was not kept');
  }
}

/** Sends deferred welcomes, once each, in working hours; not to closed chats. */
export async function sayWelcomes(
  context: Context,
  say: (chat: ChatAddress, message: ChatMessage) => Promise<unknown>,
): Promise<void> {
  if (!isWorkingTime(context.clock.now())) return;
  for (const { key, data } of await context.journal.all(due)) {
    // Removed first: none is better than two.
    await context.journal.remove(due, [key]);
    const personId = key as PersonId;
    const person = findPerson(context, personId);
    if (!person || conversationOf(context, personId)?.state !== 'open') continue;
    if (hasCardToday(context, personId) || isAskedToday(context, personId)) continue;
    try {
      await say(data, welcomeCard(context, personId, person.language));
    } catch (thrown) {
      if (wasNotSent(thrown)) {
        await context.journal.put(due, key, data);
        return;
      }
      context.log.warn({ code: asAppError(thrown).code }, 'a welcome was not said');
    }
  }
}
