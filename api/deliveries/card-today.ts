import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import { localDate, todayOf, type PersonId } from '../kernel/index.ts';
import { Campaigns, DeliveryBlocks } from './delivery-lists.ts';

/** Everybody who got a card today, or is about to. Walks the whole ledger when it has changed: some ms for 50,000. */
const peopleWithCard = derivation(
  [Campaigns, DeliveryBlocks],
  (context): ReadonlySet<PersonId> => {
    const today = todayOf(context.clock);
    const found = new Set<PersonId>();
    for (const { campaignKey, recipients } of context.list(DeliveryBlocks).all()) {
      const isSending = context.list(Campaigns).get(campaignKey)?.state === 'sending';
      for (const { person, state, at } of recipients) {
        const isComing = isSending && (state === 'waiting' || state === 'reserved');
        const isSent = (state === 'sent' || state === 'uncertain') && at !== undefined && localDate(at) === today;
        if (isComing || isSent) found.add(person);
      }
    }
    return found;
  },
  (context) => todayOf(context.clock),
);

/** Whether a person has got a card today, or is about to. From memory. */
export const hasCardToday = (context: Context, personId: PersonId): boolean => peopleWithCard(context).has(personId);
