import { z } from 'zod';
import type { Context } from '../../api/context.ts';
import { placePackOnce } from '../../api/contingency/index.ts';
import type { Actor } from '../../api/kernel/index.ts';
import { verb, type Verbs } from '../actions/index.ts';
import { cardKey, refusal, type Thanks } from '../cards/index.ts';
import { nameOf } from '../cards/reader.ts';
import { isPackFor, longestPlace, offlinePackCardFor, placePackVerb } from './pack-card.ts';

const data = z.object({ packKey: cardKey, place: z.string().trim().max(longestPlace).default('') });
type Pressed = z.output<typeof data>;

/**
 * "Jeg har printet den og lagt den på plads": today, at the place in the field. Without a place, or when superseded by
 * a newer pack, the card returns with the reason. Where it is placed already, nothing changes, and the card says who
 * placed it where.
 */
const placePackAction = verb({
  data,
  isFor: isPackFor,
  run: async (context, actor, pressed) =>
    offlinePackCardFor(context, pressed.packKey, actor.personId, await placed(context, actor, pressed)),
});

async function placed(context: Context, actor: Actor, pressed: Pressed): Promise<Thanks | undefined> {
  try {
    const { result, placement } = await placePackOnce(context, actor, pressed);
    // The own press again is thanked for as the first.
    if (result === 'placed' || placement.by === actor.personId) return undefined;
    const name = nameOf(context, placement.by);
    return { tone: 'warning', text: context.texts(actor.language)('offlinePacks.card.already', { name }) };
  } catch (thrown) {
    return refusal(context, actor.language, thrown);
  }
}

/** The buttons of cards about offline packs. */
export const contingencyPackVerbs: Verbs = { [placePackVerb]: placePackAction };
