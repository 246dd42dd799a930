import type { Context } from '../../api/context.ts';
import { nowOf, unavailable } from '../../api/kernel/index.ts';
import type { ChatAddress, ChatMessage } from '../sending/chat-port.ts';
import {
  attempt,
  isForLater,
  languageFor,
  readPress,
  refusedPress,
  withUrgent,
  type Attempt,
  type Presser,
} from './attempt.ts';
import { notReceivedCard, promisedCard } from './error-card.ts';
import { carried, type Press } from './press.ts';
import type { PressLimit } from './press-limit.ts';
import type { Promises } from './promises.ts';
import type { Verbs } from './verb.ts';

/** Target for an answer (ms): slower ones are logged. */
const answerTargetMs = 2_000;
/** Teams shows an error after 10 seconds even if the act was done; we answer well before. */
const answerLimitMs = 5_000;

export interface ActionOutcome extends Attempt {
  /** The press is stored, and its card changes when it is carried out. */
  promised?: true;
}

export interface ActionOptions {
  /** Stores presses that cannot be carried out now. Without it they are refused. */
  promises?: Promises;
  /** The pressed card, if it exists. */
  card?: ChatAddress & { activity: string };
  /** Rate limit of presses. Absent: unlimited. */
  limit?: PressLimit;
  limitMs?: number;
}

/**
 * Handles a pressed button: the actor is from the verified activity, the act from the verb table. Never throws: every
 * press is answered with a card. Presses that Microsoft 365 does not accept in time are promised: stored durably, then
 * confirmed by the card. If they cannot be stored, the card says that nothing was received.
 */
export async function runAction(
  context: Context,
  verbs: Verbs,
  press: Press,
  who: Presser,
  { promises, card, limit, limitMs = answerLimitMs }: ActionOptions = {},
): Promise<ActionOutcome> {
  const started = performance.now();
  const pressedAt = who.pressedAt ?? nowOf(context.clock);
  const tooMany = who.personId && (await limit?.(who.personId));
  if (tooMany) return refusedPress(context, tooMany, press, who);
  const pressed = readPress(verbs, press);
  const act = inOrder();
  const late = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => late.resolve(undefined), limitMs);
  const outcome = await Promise.race([act, late.promise]);
  clearTimeout(timer);
  const milliseconds = Math.round(performance.now() - started);
  if (milliseconds > answerTargetMs)
    context.log.warn({ verb: pressed.name, code: 'slowAnswer', milliseconds }, 'slow answer');
  const isUndone = outcome === undefined || isForLater(outcome.failed);
  if (!isUndone || !pressed.button) return outcome ?? act;

  const language = languageFor(context, who);
  const { personId } = who;
  const given = personId && {
    personId,
    pressedAt,
    verb: press.verb,
    data: press.data,
    ...(who.locale === undefined ? {} : { locale: who.locale }),
    ...(card === undefined ? {} : { card }),
  };
  const isPromised = given && (await promises?.give(given, outcome ? undefined : act)) === true;
  const urgently = (message: ChatMessage) => withUrgent(context, pressed, who, message);
  if (isPromised)
    return { message: urgently(promisedCard(context, language, pressedAt)), settled: false, promised: true };
  // Partly done, as the card says.
  if (outcome?.settled) return outcome;
  return {
    message: urgently(notReceivedCard(context, language, { verb: press.verb, data: carried(press.data) })),
    settled: false,
  };

  /** A person's earlier pending presses come first, so that the last press wins. */
  async function inOrder(): Promise<Attempt> {
    if (promises && who.personId !== undefined) {
      const isBehind = await promises.isBehind(who.personId, pressedAt);
      if (isBehind) return refusedPress(context, unavailable('instances.unavailable'), press, who);
      await promises.carryOutFor(who.personId);
    }
    return attempt(context, pressed, { ...who, card: card?.activity }, pressedAt);
  }
}
