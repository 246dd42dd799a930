import type { Context } from '../../api/context.ts';
import { nowOf } from '../../api/kernel/index.ts';
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

/** Target for an answer (ms): above it the log says so. */
export const answerTargetMs = 2_000;
/** Teams gives 10 seconds and then shows an error although the act was done; well before that we answer anyhow. */
export const answerLimitMs = 5_000;

export interface ActionOutcome extends Attempt {
  /** The press is written down, and its card changes when it is carried out. */
  promised?: true;
}

export interface ActionOptions {
  /** Where presses are written down that cannot be carried out now. Without it they are not received. */
  promises?: Promises;
  /** The card that was pressed, if it still stands in the chat. */
  card?: ChatAddress & { activity: string };
  /** How much a person may press. Absent: without end. */
  limit?: PressLimit;
  limitMs?: number;
}

/**
 * A pressed button: who acts comes from the verified activity, what from the verb table. Never throws: every press is
 * answered with a card. What Microsoft 365 does not take now, or not in time, is promised: written down durably first, and
 * then the card says so. Where it cannot be written down, the card says that it was not received.
 */
export async function runAction(
  context: Context,
  verbs: Verbs,
  press: Press,
  who: Presser,
  { promises, card, limit, limitMs = answerLimitMs }: ActionOptions = {},
): Promise<ActionOutcome> {
  const started = performance.now();
  const pressedAt = nowOf(context.clock);
  const tooMany = who.personId && (await limit?.(who.personId));
  if (tooMany) return refusedPress(context, tooMany, press, who);
  const pressed = readPress(verbs, press);
  const act = inOrder(promises, who, () => attempt(context, pressed, { ...who, card: card?.activity }, pressedAt));
  const late = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => late.resolve(undefined), limitMs);
  const outcome = await Promise.race([act, late.promise]);
  clearTimeout(timer);
  const milliseconds = Math.round(performance.now() - started);
  if (milliseconds > answerTargetMs) context.log.warn({ verb: pressed.name, milliseconds }, 'slow answer');
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
  // A part of it was done, and the card says which.
  if (outcome?.settled) return outcome;
  return {
    message: urgently(notReceivedCard(context, language, { verb: press.verb, data: carried(press.data) })),
    settled: false,
  };
}

/** What a person pressed before and still waits is carried out first, so that the last press is the last word. */
async function inOrder(promises: Promises | undefined, { personId }: Presser, run: () => Promise<Attempt>) {
  if (promises && personId !== undefined) await promises.carryOutFor(personId);
  return run();
}
