import { z } from 'zod';
import { acknowledgePolicy, policyState } from '../../api/policy/index.ts';
import { verb } from '../actions/verb.ts';
import { cardKey, isRefusal } from '../cards/index.ts';
import { currentPolicyCard, isPolicyFor, policyCardFor } from './policy-card.ts';
import { receiptCard } from './receipt-card.ts';

/**
 * "Jeg har læst og følger den". The card turns into its receipt; pressed twice it shows the first receipt, and on a
 * version that has been superseded, or is gone, the card of the version in force.
 */
export const acknowledgePolicyAction = verb({
  data: z.object({ versionKey: cardKey }),
  isFor: isPolicyFor,
  run: async (context, actor, { versionKey }) => {
    try {
      const { result, receipt, version } = await acknowledgePolicy(context, actor, { versionKey, channel: 'card' });
      // A minor change came while the card was read: the receipt that counts for the version in force.
      if (policyState(context, version) === 'superseded') return currentPolicyCard(context, actor);
      return receiptCard(context, actor, version, receipt, result === 'alreadyAcknowledged');
    } catch (thrown) {
      if (!isRefusal(thrown)) throw thrown;
      return policyCardFor(context, versionKey, actor.personId);
    }
  },
});
