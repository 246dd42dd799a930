import { z } from 'zod';
import { acknowledgeProcedure } from '../../api/procedures/index.ts';
import { verb } from '../actions/verb.ts';
import { cardKey, isRefusal } from '../cards/index.ts';
import { isProcedureFor, procedureCardFor } from './procedure-card.ts';
import { procedureReceiptCard } from './receipt-card.ts';

/**
 * "Jeg har læst og følger den". The card turns into its receipt; pressed twice it shows the first receipt, and when the
 * version is not the one in force, or not this person's any more, the card as it is right now.
 */
export const acknowledgeProcedureAction = verb({
  data: z.object({ versionKey: cardKey }),
  isFor: isProcedureFor,
  run: async (context, actor, { versionKey }) => {
    try {
      const { result, receipt, now, version } = await acknowledgeProcedure(context, actor, {
        versionKey,
        channel: 'card',
      });
      const given = { now, version, at: receipt.at };
      return procedureReceiptCard(context, actor, given, result === 'alreadyAcknowledged');
    } catch (thrown) {
      if (!isRefusal(thrown)) throw thrown;
      return procedureCardFor(context, versionKey, actor.personId);
    }
  },
});
