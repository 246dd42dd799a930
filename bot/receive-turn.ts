import type { Context } from '../api/context.ts';
import { asAppError, languageOf, newId, type Language } from '../api/kernel/index.ts';
import { actorOf, findPerson } from '../api/organisation/index.ts';
import {
  errorCard,
  pressOfInvoke,
  pressOfSubmit,
  runAction,
  strangerCard,
  type Press,
  type Verbs,
} from './actions/index.ts';
import { isPersonal, type IncomingActivity, type Turn } from './botframework/index.ts';
import { answerCommand, groupCard, withoutMentions } from './commands/index.ts';
import { chatEntry, isFirstMeeting, personOf, welcomeCard, type ChatEntry } from './organisation/index.ts';
import type { ChatAddress, ChatMessage } from './sending/chat-port.ts';

export interface ReceiveOptions {
  context: Context;
  verbs: Verbs;
  /** Told of every chat that an activity comes from. */
  onConversation(entry: ChatEntry): void;
  /** The stored message of a pressed card shall show this; done after the answer, and nobody waits for it. */
  onCardChanged(card: ChatAddress & { activity: string }, message: ChatMessage): Promise<void>;
}

/**
 * What the bot does with an activity that has been verified: remembers the chat, says welcome once, runs a pressed
 * button, answers what was written. Knows nothing of tokens. Throws only when the answer itself cannot be sent.
 */
export function receiver(options: ReceiveOptions): (turn: Turn) => Promise<void> {
  const { context, verbs, onConversation } = options;
  return async (turn) => {
    const { activity } = turn;
    const first = isFirstMeeting(context, activity);
    const entry = chatEntry(activity);
    if (entry) onConversation(entry);
    if (first) return turn.reply(welcomeCard(context, personOf(activity), languageFor(context, activity)));
    if (activity.type === 'invoke' && activity.name === 'adaptiveCard/action') {
      return pressed(turn, pressOfInvoke(activity.value), (message) => turn.answer(message), options);
    }
    if (activity.type !== 'message') return undefined;
    if (!isPersonal(activity)) return turn.reply(groupCard(context, languageFor(context, activity)));
    const press = pressOfSubmit(activity.value);
    if (press) return pressed(turn, press, (message) => putInPlace(turn, message), options);
    return turn.reply(written(context, activity));
  };

  async function pressed(
    turn: Turn,
    press: Press = { verb: '', data: {} },
    answer: (message: ChatMessage) => Promise<void>,
    { onCardChanged }: ReceiveOptions,
  ): Promise<void> {
    const { activity } = turn;
    const who = { personId: personOf(activity), locale: activity.locale ?? undefined };
    const outcome = await runAction(context, verbs, press, who);
    await answer(outcome.message);
    const card = { ...addressOf(activity), activity: activity.replyToId ?? '' };
    if (card.activity === '') return;
    const changed = (message: ChatMessage | undefined) => (message ? onCardChanged(card, message) : undefined);
    Promise.resolve(outcome.later ?? (outcome.settled ? outcome.message : undefined))
      .then(changed)
      .catch((thrown: unknown) => {
        context.log.warn({ error: thrown instanceof Error ? thrown.message : 'unknown' }, 'pressed card not edited');
      });
  }
}

const addressOf = (activity: IncomingActivity): ChatAddress => ({
  conversation: activity.conversation.id,
  serviceUrl: activity.serviceUrl,
});

/** The fallback button sends a message: its answer takes the card's place, or comes below when it cannot. */
async function putInPlace(turn: Turn, message: ChatMessage): Promise<void> {
  const { replyToId } = turn.activity;
  if (replyToId === undefined) return turn.reply(message);
  await turn.replace(replyToId, message).catch(() => turn.reply(message));
}

function written(context: Context, activity: IncomingActivity): ChatMessage {
  const personId = personOf(activity);
  const language = languageFor(context, activity);
  try {
    const actor = personId && actorOf(context, personId);
    if (!actor) return strangerCard(context, language);
    const mentions = activity.entities?.filter(({ type }) => type === 'mention').map(({ text }) => text);
    return answerCommand(context, actor, withoutMentions(activity.text ?? '', mentions));
  } catch (thrown) {
    const error = asAppError(thrown);
    const requestId = newId().slice(0, 8);
    context.log.error({ requestId, kind: error.kind, code: error.code }, 'command failed');
    return errorCard(context, language, error, requestId);
  }
}

const languageFor = (context: Context, activity: IncomingActivity): Language => {
  const personId = personOf(activity);
  return (personId && findPerson(context, personId)?.language) ?? languageOf(activity.locale ?? undefined);
};
