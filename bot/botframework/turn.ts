import type { Activity, TurnContext } from 'botbuilder';
import type { ChatMessage } from '../sending/chat-port.ts';
import type { IncomingActivity } from './incoming.ts';
import { activityOf, adaptiveCardType } from './teams-chat.ts';

/** One activity and the ways to answer it, whoever verified it and whatever carries it. */
export interface Turn {
  activity: IncomingActivity;
  /** Sends a new message into the chat. Throws ChatError. */
  reply(message: ChatMessage): Promise<void>;
  /** Puts a message in the place of one that was sent. Throws ChatError. */
  replace(activity: string, message: ChatMessage): Promise<void>;
  /** The answer to an invoke: the card that takes the pressed card's place. */
  answer(message: ChatMessage): Promise<void>;
}

/**
 * The body that Teams' client reads for `adaptiveCard/action`. It looks at the inner `statusCode`, not at HTTP's
 * (Universal Actions): anything else than exactly this shows "Something went wrong" although the act was done.
 */
export const invokeAnswer = (message: ChatMessage) => ({
  statusCode: 200,
  type: adaptiveCardType,
  value: message.card,
});

/** A turn of the SDK as ours, with the activity as it was read at the door. */
export function turnOf(context: TurnContext, activity: IncomingActivity): Turn {
  const answered = (message: ChatMessage): Partial<Activity> => activityOf(message);
  return {
    activity,
    reply: async (message) => {
      await context.sendActivity(answered(message));
    },
    replace: async (id, message) => {
      await context.updateActivity({ ...answered(message), id });
    },
    answer: async (message) => {
      await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body: invokeAnswer(message) } });
    },
  };
}
