import type { Context } from '../../api/context.ts';
import { PackPlacements } from '../../api/contingency/index.ts';
import { blocksOf, campaignsAbout, type RecipientState } from '../../api/deliveries/index.ts';
import { createCardFollower, editMade, type CardFollower, type EditCard } from '../sending/index.ts';
import { offlinePackCardFor } from './pack-card.ts';

/** Including recipients in flight: a message just sent is not recorded yet. */
const mayHaveIt: ReadonlySet<RecipientState> = new Set(['sent', 'uncertain', 'reserved']);

/** When a pack is placed, by a card or in the tab, updates the cards of all who were asked. */
export const createPackFollower = (context: Context, editCard: EditCard): CardFollower =>
  createCardFollower({
    context,
    name: 'pack-placements',
    list: PackPlacements,
    run: async ({ packKey }) => {
      const told = campaignsAbout(context, packKey)
        .flatMap(({ key }) => blocksOf(context, key))
        .flatMap(({ recipients }) => recipients)
        .filter(({ state }) => mayHaveIt.has(state));
      for (const { person } of told)
        await editMade(editCard, packKey, person, () => offlinePackCardFor(context, packKey, person));
    },
  });
