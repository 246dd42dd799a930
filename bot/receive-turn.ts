import type { Context } from '../api/context.ts';
import { asAppError, instant, newId, traceId, type Clock, type Instant } from '../api/kernel/index.ts';
import { actorOf } from '../api/organisation/index.ts';
import { isWorkingTime } from '../api/working-days.ts';
import {
  errorCard,
  languageFor,
  pressOfInvoke,
  pressOfSubmit,
  runAction,
  type Press,
  type PressLimit,
  type Promises,
  type Verbs,
} from './actions/index.ts';
import { throughGate, type AnswerGate } from './answer-gate.ts';
import { isPersonal, type IncomingActivity, type Turn } from './botframework/index.ts';
import { answerStranger, answerWritten, groupCard, withoutMentions } from './commands/index.ts';
import {
  chatEntry,
  isToBeWelcomed,
  personOf,
  sorryLater,
  welcomeCard,
  welcomeLater,
  type ChatEntry,
} from './organisation/index.ts';
import type { CardAddress, PressEdits } from './sending/card-edits.ts';
import { ChatError, type ChatMessage } from './sending/chat-port.ts';
import { codeOf, reactionTo, wasNotSent } from './sending/reactions.ts';

export interface ReceiveOptions {
  context: Context;
  verbs: Verbs;
  /** Stores presses that Microsoft 365 cannot accept now. */
  promises?: Promises | undefined;
  /** Called with every activity's chat. */
  onConversation(entry: ChatEntry): void;
  /** Rate limit of presses. Absent: unlimited. */
  limit?: PressLimit | undefined;
  /** The gate of answers; default none. */
  gate?: AnswerGate | undefined;
  /** Updates a pressed card's stored message with the result: after the answer, in the background. */
  edits: PressEdits;
}

/**
 * Handles a verified activity: records the chat, welcomes once and in working hours, runs a pressed button, answers
 * messages. Knows nothing of tokens. What Teams certainly did not take is said later. Throws for other answers that
 * cannot be sent.
 */
export function receiver(options: ReceiveOptions): (turn: Turn) => Promise<void> {
  const { context, verbs, onConversation, edits } = options;
  const promises = options.promises ? { promises: options.promises } : {};
  const limit = options.limit ? { limit: options.limit } : {};
  const through = <Answer>(call: () => Promise<Answer>) => throughGate(options.gate, call);

  const run = ({ activity }: Turn, press: Press) => {
    const card = cardOf(activity);
    const who = { ...presserOf(activity), pressedAt: pressedAtOf(context.clock, activity) };
    return runAction(context, verbs, press, who, { ...(card ? { card } : {}), ...promises, ...limit });
  };

  return async (turn) => {
    const { activity } = turn;
    const isWelcome = activity.type !== 'invoke' && isToBeWelcomed(context, activity);
    const entry = chatEntry(activity);
    if (entry) onConversation(entry);
    if (isWelcome && entry && !isWorkingTime(context.clock.now())) return welcomeLater(context, entry);
    if (isWelcome && entry) {
      const welcome = welcomeCard(context, personOf(activity), languageFor(context, presserOf(activity)));
      return replied(turn, welcome, () => welcomeLater(context, entry));
    }
    if (activity.type === 'invoke' && activity.name === 'adaptiveCard/action') return invoked(turn);
    if (activity.type !== 'message') return undefined;
    if (!isPersonal(activity)) return replied(turn, groupCard(context, languageFor(context, presserOf(activity))));
    const press = pressOfSubmit(activity.value);
    if (press) return submitted(turn, press);
    return replied(turn, await written(context, activity));
  };

  /** An error after what Teams may have delivered would have it asked and answered again. */
  async function replied(turn: Turn, message: ChatMessage, later = () => tellLater(turn)): Promise<void> {
    try {
      await through(() => turn.reply(message));
    } catch (thrown) {
      if (wasNotSent(thrown)) {
        context.log.warn({ code: 'chat.notAnswered', answer: codeOf(thrown as ChatError) }, 'Teams took no answer');
        return later();
      }
      const mayHaveArrived = thrown instanceof ChatError && reactionTo(thrown, 'send').reaction === 'mayHaveArrived';
      if (!mayHaveArrived) throw thrown;
      context.log.warn({ code: codeOf(thrown) }, 'answer may not have arrived');
    }
  }

  async function tellLater({ activity }: Turn): Promise<void> {
    const entry = chatEntry(activity);
    if (entry) await sorryLater(context, entry, languageFor(context, presserOf(activity)));
  }

  /** `Action.Execute`: the answer replaces the card for the presser; the stored message is edited afterwards. */
  async function invoked(turn: Turn): Promise<void> {
    const card = cardOf(turn.activity);
    edits.begin(card?.activity);
    const outcome = await run(turn, pressOfInvoke(turn.activity.value) ?? { verb: '', data: {} });
    await turn.answer(outcome.message).finally(() => {
      if (outcome.settled && card) editLater(card, outcome.message);
      else void edits.released(card);
    });
  }

  /** `Action.Submit`, its fallback: the answer replaces the card, or follows below when it is gone. */
  async function submitted(turn: Turn, press: Press): Promise<void> {
    const card = cardOf(turn.activity);
    edits.begin(card?.activity);
    const { message } = await run(turn, press);
    const below = () => replied(turn, message);
    if (!card) return below();
    try {
      await through(() => turn.replace(card.activity, message));
      edits.replaced(card.activity, message);
    } catch {
      await edits.released(card);
      await below();
    }
  }

  /** In the background; a removed message is fine. */
  function editLater(card: CardAddress, message: ChatMessage): void {
    edits.pressed(card, message).catch((thrown: unknown) => {
      const code = thrown instanceof ChatError ? thrown.message : 'unexpected';
      context.log.warn({ code }, 'stored card not edited');
    });
  }
}

/** The pressed message. */
const cardOf = ({ conversation, serviceUrl, replyToId }: IncomingActivity): CardAddress | undefined =>
  replyToId === undefined ? undefined : { conversation: conversation.id, serviceUrl, activity: replyToId };

async function written(context: Context, activity: IncomingActivity): Promise<ChatMessage> {
  const personId = personOf(activity);
  const language = languageFor(context, presserOf(activity));
  try {
    const actor = personId && actorOf(context, personId);
    const mentions = activity.entities?.filter(({ type }) => type === 'mention').map(({ text }) => text);
    const text = withoutMentions(activity.text ?? '', mentions);
    return actor ? await answerWritten(context, actor, text) : answerStranger(context, language, text);
  } catch (thrown) {
    const error = asAppError(thrown);
    const requestId = (traceId() ?? newId()).slice(0, 8);
    context.log.error({ requestId, code: error.code, error: error.kind }, 'command failed');
    return errorCard(context, language, error, requestId);
  }
}

/** Milliseconds that Teams' clock and ours may differ: beyond, one of them is wrong. */
const clocksMayDiffer = 15 * 60_000;
function pressedAtOf(clock: Clock, { timestamp }: IncomingActivity): Instant | undefined {
  if (timestamp === undefined) return undefined;
  const apart = Math.abs(timestamp.getTime() - clock.now().getTime());
  return apart <= clocksMayDiffer ? instant(timestamp) : undefined;
}

const presserOf = (activity: IncomingActivity) => ({
  personId: personOf(activity),
  locale: activity.locale ?? undefined,
});
