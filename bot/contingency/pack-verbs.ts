import { z } from 'zod';
import type { Context } from '../../api/context.ts';
import { placePack } from '../../api/contingency/index.ts';
import type { Actor } from '../../api/kernel/index.ts';
import { verb, type Verbs } from '../actions/index.ts';
import { cardKey, refusal, type Thanks } from '../cards/index.ts';
import { isPackFor, longestPlace, offlinePackCardFor, placePackVerb } from './pack-card.ts';

const data = z.object({ packKey: cardKey, place: z.string().trim().max(longestPlace).default('') });
type Pressed = z.output<typeof data>;

/**
 * "Jeg har printet den og lagt den på plads": today, at the place in the field. Without a place, or when superseded by
 * a newer pack, the card returns with the reason.
 */
const placePackAction = verb({
  data,
  isFor: isPackFor,
  run: async (context, actor, pressed) =>
    offlinePackCardFor(context, pressed.packKey, actor.personId, await placed(context, actor, pressed)),
});

async function placed(context: Context, actor: Actor, pressed: Pressed): Promise<Thanks | undefined> {
  try {
    await placePack(context, actor, pressed);
    return undefined;
  } catch (thrown) {
    return refusal(context, actor.language, thrown);
  }
}

/** The buttons of cards about offline packs. */
export const contingencyPackVerbs: Verbs = { [placePackVerb]: placePackAction };
