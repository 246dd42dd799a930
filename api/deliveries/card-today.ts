import type { Context } from '../context.ts';
import { contextPart } from '../context-part.ts';
import { derivation } from '../derivation.ts';
import { addDays, localDate, todayOf, type LocalDate, type PersonId } from '../kernel/index.ts';
import { Campaigns, DeliveryBlocks, type DeliveryBlock } from './delivery-lists.ts';

/**
 * People with a card sent today, or about to be. While cards are sent the ledger changes many times a second: only
 * changed blocks are read.
 */
const peopleWithCard = derivation(
  [Campaigns, DeliveryBlocks],
  (context): ReadonlySet<PersonId> => {
    const today = todayOf(context.clock);
    const found = new Set<PersonId>();
    for (const block of context.list(DeliveryBlocks).all()) {
      const isSending = context.list(Campaigns).get(block.campaignKey)?.state === 'sending';
      for (const person of cachedCards(block, isSending, today)) found.add(person);
    }
    return found;
  },
  (context) => todayOf(context.clock),
);

interface Cards {
  isSending: boolean;
  today: LocalDate;
  people: readonly PersonId[];
}
const cache = new WeakMap<DeliveryBlock, Cards>();

function cachedCards(block: DeliveryBlock, isSending: boolean, today: LocalDate): readonly PersonId[] {
  const known = cache.get(block);
  if (known?.isSending === isSending && known.today === today) return known.people;
  const people = cardsOf(block, isSending, today);
  cache.set(block, { isSending, today, people });
  return people;
}

function cardsOf({ recipients }: DeliveryBlock, isSending: boolean, today: LocalDate): PersonId[] {
  const recent: string = addDays(today, -1);
  return recipients.flatMap(({ person, state, at }) => {
    const isComing = isSending && (state === 'waiting' || state === 'reserved');
    const isSent = state === 'sent' || state === 'uncertain';
    // Moments sort as texts; most of the ledger is of other days.
    return isComing || (isSent && at !== undefined && String(at) > recent && localDate(at) === today) ? [person] : [];
  });
}

/** Whether a person got a card today, or is about to. From memory. */
export const hasCardToday = (context: Context, personId: PersonId): boolean => peopleWithCard(context).has(personId);

type DigestToCome = (context: Context, personId: PersonId) => boolean;
const digestToCome = contextPart<DigestToCome>('deliveries/digestToCome');

/** Registers who is to be reminded today. Called once at start-up: deliveries know no reminders. */
export const declareDigestToCome = (context: Context, isToCome: DigestToCome): void =>
  digestToCome.set(context, isToCome);

/** Whether a person is to be reminded today, by what is known now. */
export const hasDigestToCome = (context: Context, personId: PersonId): boolean =>
  digestToCome.get(context)?.(context, personId) === true;
