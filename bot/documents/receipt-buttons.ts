import { z } from 'zod';
import type { Context } from '../../api/context.ts';
import type { Actor, PersonId } from '../../api/kernel/index.ts';
import { verb, type Verb } from '../actions/verb.ts';
import { cardKey, isRefusal, press, type ActOn, type Press, type Wording } from '../cards/index.ts';
import type { ChatMessage } from '../sending/chat-port.ts';

/** What a kind of document says about its receipts. `Given` is what the act answers with. */
export interface ReceiptButtons<Given> {
  /** The verb of the press on a card that may hold more than one document. */
  digestVerb: string;
  isFor: (context: Context, actor: Actor, data: { versionKey: string }) => boolean;
  give: (context: Context, actor: Actor, input: { versionKey: string; channel: 'card' }) => Promise<Given>;
  /** What the press on such a card says of a document with this title. */
  label: (wording: Wording, title: string) => string;
  /** What stands above such a card after the press. Not escaped. */
  thanks: (context: Context, actor: Actor, given: Given) => string;
  /** What the document's own card turns into. */
  receiptCard: (context: Context, actor: Actor, given: Given) => ChatMessage;
  /** That card as it is now. */
  cardFor: (context: Context, versionKey: string, personId: PersonId) => ChatMessage;
}

/**
 * "Jeg har læst og følger den". `action`: on the document's own card, which turns into the receipt, or when the act is
 * refused (superseded, not this person's any more) into the card as it is now. `act` and `press`: on a card that may hold
 * more than one.
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
