import { z } from 'zod';
import type { Context } from '../../api/context.ts';
import type { Actor, PersonId } from '../../api/kernel/index.ts';
import { verb, type Verb } from '../actions/verb.ts';
import { cardKey, isRefusal, press, type ActOn, type Press, type Wording } from '../cards/index.ts';
import type { ChatMessage } from '../sending/chat-port.ts';

/** What differs by kind of document. `Given`: the act's result. */
export interface ReceiptButtons<Given> {
  /** The verb on a card that may hold several documents. */
  digestVerb: string;
  isFor: (context: Context, actor: Actor, data: { versionKey: string }) => boolean;
  give: (context: Context, actor: Actor, input: { versionKey: string; channel: 'card' }) => Promise<Given>;
  /** Button label on such a card for a document with this title. */
  label: (wording: Wording, title: string) => string;
  /** Heading of such a card after the press. Not escaped. */
  thanks: (context: Context, actor: Actor, given: Given) => string;
  /** Its own card after the receipt. */
  receiptCard: (context: Context, actor: Actor, given: Given) => ChatMessage;
  /** That card as of now. */
  cardFor: (context: Context, versionKey: string, personId: PersonId) => ChatMessage;
}

/**
 * "Jeg har læst og følger den". `action`: on the document's own card, replaced by the receipt, or on refusal
 * (superseded, no longer this person's) by the card as of now. `act` and `press`: on a card that may hold several.
 */
export function receiptButtons<Given>(of: ReceiptButtons<Given>): { action: Verb; act: ActOn; press: Press } {
  const { digestVerb, isFor, give, label, thanks, receiptCard, cardFor } = of;
  const data = z.object({ versionKey: cardKey });
  return {
    action: verb({
      data,
      isFor,
      run: async (context, actor, { versionKey }) => {
        try {
          return receiptCard(context, actor, await give(context, actor, { versionKey, channel: 'card' }));
        } catch (thrown) {
          if (!isRefusal(thrown)) throw thrown;
          return cardFor(context, versionKey, actor.personId);
        }
      },
    }),
    act: (_context, { subject }, wording) => ({
      title: label(wording, subject.title),
      verb: digestVerb,
      data: { versionKey: subject.key },
    }),
    press: press({
      data,
      about: ({ versionKey }) => versionKey,
      isFor,
      run: async (context, actor, { versionKey }) => {
        const given = await give(context, actor, { versionKey, channel: 'card' });
        return { tone: 'good', text: thanks(context, actor, given) };
      },
    }),
  };
}
