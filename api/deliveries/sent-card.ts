import type { Context } from '../context.ts';
import type { PersonId } from '../kernel/index.ts';
import { conversationOf } from './conversations.ts';
import { deliveryOf } from './delivery-blocks.ts';
import type { Conversation } from './delivery-lists.ts';

/** A card in a person's chat. `conversation` is the newest known, since the service url may have changed. */
export interface SentCard {
  activity: string;
  conversation: Conversation;
}

/** A person's card about a subject; undefined when none was sent or the chat is closed. */
export function sentCard(context: Context, subjectKey: string, personId: PersonId): SentCard | undefined {
  const activity = deliveryOf(context, subjectKey, personId)?.activity;
  const conversation = conversationOf(context, personId);
  return activity !== undefined && conversation?.state === 'open' ? { activity, conversation } : undefined;
}
