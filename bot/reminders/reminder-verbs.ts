import { z } from 'zod';
import type { Context } from '../../api/context.ts';
import { AppError, type Language } from '../../api/kernel/index.ts';
import { verb, type Verb, type Verbs } from '../actions/index.ts';
import { completePress, completeVerb } from '../annual-wheel/index.ts';
import {
  confirmPartOnDigestVerb,
  confirmPartPress,
  placePackOnDigestVerb,
  placePackPress,
  reviewServiceOnDigestVerb,
  reviewServicePress,
} from '../contingency/index.ts';
import { declarePress, declareVerb } from '../awareness/index.ts';
import { cardDay, wasAsked, type Press, type Thanks } from '../cards/index.ts';
import { acknowledgeOnDigestVerb, acknowledgePress } from '../policy/index.ts';
import { acknowledgeProcedureOnDigestVerb, acknowledgeProcedurePress } from '../procedures/index.ts';
import { digestCardFor } from './digest-card.ts';

/** The day of the card that was pressed. */
const card = z.looseObject({ day: cardDay });

/**
 * A button of a digest. The same card comes back with what is left and what became of the press. Pressed late, twice,
 * or for what somebody else has now, it is the current card and never an error.
 */
const onDigest = (pressed: Press<unknown>): Verb =>
  verb({
    data: card.refine((data) => pressed.data.safeParse(data).success),
    isFor: (context, actor, data) =>
      wasAsked(context, actor, pressed.about(data), data.day) || pressed.isFor(context, actor, data),
    run: async (context, actor, data) => {
      const thanks = await pressed
        .run(context, actor, data)
        .catch((thrown: unknown) => overtaken(context, actor.language, thrown));
      return digestCardFor(context, data.day, actor.personId, thanks);
    },
  });

/** Throws what is nobody's doing: then the press can be repeated. */
function overtaken(context: Context, language: Language, thrown: unknown): Thanks {
  if (!(thrown instanceof AppError) || thrown.kind === 'unavailable' || thrown.kind === 'unexpected') throw thrown;
  const t = context.texts(language);
  const key = `errors.${thrown.code}`;
  const own = t(key, thrown.details);
  return { tone: 'warning', text: own.startsWith(key) ? t('reminderCards.thanks.changed') : own };
}

/** What the buttons of digests do. */
export const digestPresses: Readonly<Record<string, Press<unknown>>> = {
  [acknowledgeOnDigestVerb]: acknowledgePress,
  [acknowledgeProcedureOnDigestVerb]: acknowledgeProcedurePress,
  [confirmPartOnDigestVerb]: confirmPartPress,
  [placePackOnDigestVerb]: placePackPress,
  [reviewServiceOnDigestVerb]: reviewServicePress,
  [declareVerb]: declarePress,
  [completeVerb]: completePress,
};

/** The buttons of digests. */
export const reminderVerbs: Verbs = Object.fromEntries(
  Object.entries(digestPresses).map(([name, pressed]) => [name, onDigest(pressed)]),
);
