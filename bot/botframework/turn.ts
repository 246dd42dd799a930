import type { Activity, TurnContext } from 'botbuilder';
import type { ChatMessage } from '../sending/chat-port.ts';
import type { IncomingActivity } from './incoming.ts';
import { activityOf, adaptiveCardType } from './teams-chat.ts';

/** One activity with its ways to answer, independent of transport. */
export interface Turn {
  activity: IncomingActivity;
  /** Sends a new message to the chat. Throws ChatError. */
  reply(message: ChatMessage): Promise<void>;
  /** Replaces a sent message. Throws ChatError. */
  replace(activity: string, message: ChatMessage): Promise<void>;
  /** The answer to an invoke: the card that replaces the pressed one. */
  answer(message: ChatMessage): Promise<void>;
}

/**
 * The body that Teams' client reads for `adaptiveCard/action`. It checks the inner `statusCode`, not HTTP's (Universal
 * Actions): any other form shows "Something went wrong" although the act was done.
 */
const invokeAnswer = (message: ChatMessage) => ({
  statusCode: 200,
  type: adaptiveCardType,
  value: message.card,
});

/** Wraps the SDK's turn, with the parsed activity. */
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
