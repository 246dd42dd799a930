import { z } from 'zod';
import { confirmPart } from '../../api/contingency/index.ts';
import { verb } from '../actions/index.ts';
import { cardKey, isRefusal } from '../cards/index.ts';
import { isPartFor, partCardFor } from './part-card.ts';
import { partReceiptCard } from './part-receipt-card.ts';
import { readerOf } from '../cards/reader.ts';

/**
 * "Jeg kender min del". The card turns into its receipt; pressed twice it shows the first receipt, and when the version
 * is not in force or does not name this person any more, the card as it is right now.
 */
export const confirmPartAction = verb({
  data: z.object({ versionKey: cardKey }),
  isFor: isPartFor,
  run: async (context, actor, { versionKey }) => {
    try {
      const { result, receipt, now, version } = await confirmPart(context, actor, { versionKey, channel: 'card' });
      const reader = {
        ...readerOf(context, actor.personId),
        language: actor.language,
        t: context.texts(actor.language),
      };
      const given = { planKey: now.plan.key, title: version.version.title, receipt };
      return partReceiptCard(context, reader, given, result === 'alreadyConfirmed');
    } catch (thrown) {
      if (!isRefusal(thrown)) throw thrown;
      return partCardFor(context, versionKey, actor.personId);
    }
  },
});
