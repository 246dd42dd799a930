import { duringAct, type ActGiven } from '../../api/audit/index.ts';
import type { Context } from '../../api/context.ts';
import {
  asAppError,
  digest,
  forbidden,
  inSpan,
  invalid,
  languageOf,
  newId,
  traceId,
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

/** The presser: from the verified activity, never from the card. */
export interface Presser {
  personId: PersonId | undefined;
  locale: string | undefined;
  /** The pressed message, while it exists. */
  card?: string | undefined;
  /** By the clock of Teams, which is one for all instances; absent when that is not plausible. */
  pressedAt?: Instant | undefined;
}

export interface Attempt {
  message: ChatMessage;
  /** True when the act was done now or before: the stored message is then updated. */
  settled: boolean;
  /** The error when nothing, or with `settled` not everything, was done. `unavailable`: a retry may succeed. */
  failed?: AppError;
}

/**
 * Carries out a button: authorise → durable act → new card. `pressedAt` is the press, which may be earlier. Never
 * throws.
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
    const run = () => inSpan(`act ${press.verb}`, {}, () => duringAct(act, async () => button.run(context, presser)));
    return { message: await whileSomebodyWaits({ what: press.verb, who: actor.personId }, run), settled: true };
  } catch (thrown) {
    if (thrown instanceof PartlyDone) return { message: thrown.said, settled: true, failed: thrown.failed };
    const failed = asAppError(thrown);
    const requestId = (traceId() ?? newId()).slice(0, 8);
    const fields = { requestId, verb: pressed.name, kind: failed.kind, code: failed.code };
    if (failed.kind === 'unexpected') context.log.error({ ...fields, error: nameOf(thrown) }, 'card action failed');
    else context.log.info(fields, 'card action refused');
    const again = { verb: press.verb, data: carried(press.data) };
    const message = errorCard(context, language, failed, requestId, { again, pressedAt });
    return { message: withUrgent(context, pressed, who, message), settled: false, failed };
  }
}

/** Nothing was done or promised: the card says what to do. */
export function refusedPress(context: Context, failed: AppError, { verb, data }: Press, who: Presser): Attempt {
  const again = { verb, data: carried(data) };
  const message = errorCard(context, languageFor(context, who), failed, (traceId() ?? newId()).slice(0, 8), { again });
  return { message, settled: false, failed };
}

/**
 * The card of a press not carried out, preceded by urgent content: for an accident the first step and the number to
 * call. Other cards are unchanged. From memory.
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
    // Without the lists people are unknown.
    context.log.warn({ verb: name, code: asAppError(thrown).code }, 'nothing to put first on a card');
    return message;
  }
}

/** Equal for repeats of one press, so that its records are created once. */
const nameOfPress = (press: Press, personId: PersonId, pressedAt: Instant): string =>
  digest(JSON.stringify([personId, press.verb, press.data, pressedAt]));

/** A press with its button's act. */
export interface ReadPress {
  press: Press;
  /** Our verb, never the raw input. */
  name: string;
  /** Undefined for an unknown button. */
  button: Button | undefined;
}

export function readPress(verbs: Verbs, press: Press): ReadPress {
  const known = Object.hasOwn(verbs, press.verb) ? verbs[press.verb] : undefined;
  return { press, name: known ? press.verb : 'unknown', button: known?.read(press.data) };
}

const nameOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.name : typeof thrown);

/** The person's language; the client's when the person is unknown, or the lists are unavailable. */
export function languageFor(context: Context, { personId, locale }: Presser): Language {
  return (personId && languageKnown(context, personId)) ?? languageOf(locale);
}

/**
 * A read-only or full site, a list whose settings somebody changed and a credential that has ended refuse until a
 * person acts, as Drift shows: possibly for days.
 */
const waitForAPerson: ReadonlySet<string> = new Set(
  ['mayNotWrite', 'mayNotDelete', 'listChanged', 'noRoom', 'badCredential', 'badToken', 'noIdentity'].map(
    (code) => `sharepoint.${code}`,
  ),
);

/** Whether the same press may succeed later. */
export const isForLater = (failed: Attempt['failed']): boolean =>
  failed !== undefined && (failed.kind === 'unavailable' || waitForAPerson.has(failed.code));
