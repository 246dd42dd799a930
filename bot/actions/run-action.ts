import type { Context } from '../../api/context.ts';
import { asAppError, invalid, languageOf, newId, type Language, type PersonId } from '../../api/kernel/index.ts';
import { actorOf, findPerson } from '../../api/organisation/index.ts';
import type { ChatMessage } from '../sending/chat-port.ts';
import { errorCard, slowCard, strangerCard } from './error-card.ts';
import { carried, type Press } from './press.ts';
import type { Verbs } from './verb.ts';

/** Target for an answer (ms): above it the log says so. */
export const answerTargetMs = 2_000;
/** Teams gives 10 seconds and then shows an error although the act was done; well before that we answer anyhow. */
export const answerLimitMs = 5_000;

export interface ActionOutcome {
  message: ChatMessage;
  /** True when the act was done or had been: the stored message shall show it too. */
  settled: boolean;
  /** Comes when the act took too long to wait for: its card, for the stored message. */
  later?: Promise<ChatMessage | undefined>;
}

/**
 * A pressed button: who acts comes from the verified activity, what from the verb table. Never throws: every press is
 * answered with a card. Order: authorise → durable act → new card.
 */
export async function runAction(
  context: Context,
  verbs: Verbs,
  press: Press,
  who: { personId: PersonId | undefined; locale: string | undefined },
  limitMs = answerLimitMs,
): Promise<ActionOutcome> {
  const started = performance.now();
  const act = attempt(context, verbs, press, who);
  const late = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => late.resolve(undefined), limitMs);
  const outcome = await Promise.race([act, late.promise]);
  clearTimeout(timer);
  const milliseconds = Math.round(performance.now() - started);
  if (milliseconds > answerTargetMs) context.log.warn({ verb: knownVerb(verbs, press), milliseconds }, 'slow answer');
  if (outcome) return outcome;
  const language = languageFor(context, who);
  return {
    message: slowCard(context, language, { verb: press.verb, data: carried(press.data) }),
    settled: false,
    later: act.then(({ message, settled }) => (settled ? message : undefined)),
  };
}

async function attempt(
  context: Context,
  verbs: Verbs,
  press: Press,
  who: { personId: PersonId | undefined; locale: string | undefined },
): Promise<ActionOutcome> {
  const language = languageFor(context, who);
  try {
    const actor = who.personId && actorOf(context, who.personId);
    if (!actor) return { message: strangerCard(context, language), settled: false };
    const known = Object.hasOwn(verbs, press.verb) ? verbs[press.verb] : undefined;
    const data = known?.data.safeParse(press.data);
    if (!known || !data?.success) throw invalid('bot.unknownButton');
    return { message: await known.run(context, actor, data.data), settled: true };
  } catch (thrown) {
    const error = asAppError(thrown);
    const requestId = newId().slice(0, 8);
    const fields = { requestId, verb: knownVerb(verbs, press), kind: error.kind, code: error.code };
    if (error.kind === 'unexpected') context.log.error({ ...fields, error: nameOf(thrown) }, 'card action failed');
    else context.log.info(fields, 'card action refused');
    const again = { verb: press.verb, data: carried(press.data) };
    return { message: errorCard(context, language, error, requestId, again), settled: false };
  }
}

/** The verb as ours, never what somebody sent. */
const knownVerb = (verbs: Verbs, press: Press): string => (Object.hasOwn(verbs, press.verb) ? press.verb : 'unknown');
const nameOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.name : typeof thrown);

const languageFor = (context: Context, who: { personId: PersonId | undefined; locale: string | undefined }): Language =>
  (who.personId && findPerson(context, who.personId)?.language) ?? languageOf(who.locale);
