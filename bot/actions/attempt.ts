import { duringAct, type ActGiven } from '../../api/audit/index.ts';
import type { Context } from '../../api/context.ts';
import {
  asAppError,
  digest,
  forbidden,
  invalid,
  languageOf,
  newId,
  whileSomebodyWaits,
  type AppError,
  type Instant,
  type Language,
  type PersonId,
} from '../../api/kernel/index.ts';
import { actorOf, deputyFor, languageKnown } from '../../api/organisation/index.ts';
import { withNotice } from '../cards/index.ts';
import type { ChatMessage } from '../sending/chat-port.ts';
import { errorCard, strangerCard } from './error-card.ts';
import { carried, type Press } from './press.ts';
import { PartlyDone, type Button, type Verbs } from './verb.ts';

/** Whoever pressed: from the verified activity, never from the card. */
export interface Presser {
  personId: PersonId | undefined;
  locale: string | undefined;
  /** The message that was pressed, while it stands in the chat. */
  card?: string | undefined;
}

export interface Attempt {
  message: ChatMessage;
  /** True when the act was done or had been: the stored message shall show it too. */
  settled: boolean;
  /** What was thrown, when nothing was done, or with `settled` not all. `unavailable`: the same press may succeed later. */
  failed?: AppError;
}

/**
 * Does what a button says: authorise → durable act → new card. `pressedAt` is when it was pressed: it may be carried
 * out later than that. Never throws.
 */
export async function attempt(
  context: Context,
  pressed: ReadPress,
  who: Presser,
  pressedAt: Instant,
): Promise<Attempt> {
  const { button, press } = pressed;
  const language = languageFor(context, who);
  try {
    const actor = who.personId && actorOf(context, who.personId);
    if (!actor) return { message: strangerCard(context, language), settled: false };
    if (!button) throw invalid('bot.unknownButton');
    if (!button.isFor(context, actor)) throw forbidden('bot.notForYou');
    const presser = {
      ...actor,
      pressedAt,
      idempotencyKey: nameOfPress(press, actor.personId, pressedAt),
      ...(who.card === undefined ? {} : { pressedCard: who.card }),
    };
    const { personId } = actor;
    const act: ActGiven = {
      origin: 'card',
      via: press.verb,
      actorId: personId,
      deputyFor: (centreId) => deputyFor(context, personId, centreId),
    };
    const run = () => duringAct(act, () => button.run(context, presser));
    return { message: await whileSomebodyWaits({ what: press.verb, who: actor.personId }, run), settled: true };
  } catch (thrown) {
    if (thrown instanceof PartlyDone) return { message: thrown.said, settled: true, failed: thrown.failed };
    const failed = asAppError(thrown);
    const requestId = newId().slice(0, 8);
    const fields = { requestId, verb: pressed.name, kind: failed.kind, code: failed.code };
    if (failed.kind === 'unexpected') context.log.error({ ...fields, error: nameOf(thrown) }, 'card action failed');
    else context.log.info(fields, 'card action refused');
    const again = { verb: press.verb, data: carried(press.data) };
    const message = errorCard(context, language, failed, requestId, { again, pressedAt });
    return { message: withUrgent(context, pressed, who, message), settled: false, failed };
  }
}

/** Nothing was done and nothing is promised: the card says what to do. */
export function refusedPress(context: Context, failed: AppError, { verb, data }: Press, who: Presser): Attempt {
  const again = { verb, data: carried(data) };
  const message = errorCard(context, languageFor(context, who), failed, newId().slice(0, 8), { again });
  return { message, settled: false, failed };
}

/**
 * The card of a press that is not done, or not yet, with what is more urgent than that: of an accident the first step and the
 * number to call. Other cards as they are. From memory.
 */
export function withUrgent(
  context: Context,
  { button, name }: ReadPress,
  { personId }: Presser,
  message: ChatMessage,
): ChatMessage {
  if (!button) return message;
  try {
    const actor = personId && actorOf(context, personId);
    const urgent = actor ? button.urgent(context, actor) : [];
    return urgent.length > 0 ? withNotice(message, message.summary, ...urgent) : message;
  } catch (thrown) {
    // While the lists are not there nobody is known.
    context.log.warn({ verb: name, code: asAppError(thrown).code }, 'nothing to put first on a card');
    return message;
  }
}

/** The same at each repeat of one press, so that what it makes is made once. */
const nameOfPress = (press: Press, personId: PersonId, pressedAt: Instant): string =>
  digest(JSON.stringify([personId, press.verb, press.data, pressedAt]));

/** A press with what its button does. */
export interface ReadPress {
  press: Press;
  /** The verb as ours, never what somebody sent. */
  name: string;
  /** Undefined when it is no button of ours. */
  button: Button | undefined;
}

export function readPress(verbs: Verbs, press: Press): ReadPress {
  const known = Object.hasOwn(verbs, press.verb) ? verbs[press.verb] : undefined;
  return { press, name: known ? press.verb : 'unknown', button: known?.read(press.data) };
}

const nameOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.name : typeof thrown);

/** The person's language; that of the client where the person is not known, or the lists are not there. */
export function languageFor(context: Context, { personId, locale }: Presser): Language {
  return (personId && languageKnown(context, personId)) ?? languageOf(locale);
}

/** A site that is read-only or full takes nothing until a person has seen to it, as Drift tells: that may last days. */
const waitForAPerson: ReadonlySet<string> = new Set(['sharepoint.mayNotWrite', 'sharepoint.noRoom']);

/** Whether the same press may succeed later although nothing of it changes. */
export const isForLater = (failed: Attempt['failed']): boolean =>
  failed !== undefined && (failed.kind === 'unavailable' || waitForAPerson.has(failed.code));
