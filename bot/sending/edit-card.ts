import {
  blocksOf,
  campaignsAbout,
  conversationOf,
  deliveryOf,
  recordConversation,
  type Outcome,
} from '../../api/deliveries/index.ts';
import type { PersonId } from '../../api/kernel/index.ts';
import { hasLeft } from '../../api/organisation/index.ts';
import { addressIn, ChatError, type ChatMessage } from './chat-port.ts';
import { callDeadline, withDeadline } from './deadline.ts';
import { codeOf, reactionTo } from './reactions.ts';
import type { Sender } from './sender.ts';

/** `gone`: the person removed the message, which is fine. `gaveUp`: unchanged; a press on it still works. */
export type EditResult = 'edited' | 'noCard' | 'gone' | 'gaveUp';

/** Edits are idempotent, so transient failures are retried this often. */
const tries = 4;
/** A refusal for the rate is no failure: the gate waits, and the edit is asked for again, this often. */
const mostPauses = 20;

/** Edits the card about a subject in a person's chat, in the urgent lane. Best effort: never throws. */
export async function editCard(
  sender: Pick<Sender, 'context' | 'chat' | 'gate' | 'time' | 'signal' | 'circuit' | 'unwritten' | 'deadline'>,
  subjectKey: string,
  personId: PersonId,
  message: ChatMessage,
): Promise<EditResult> {
  const chat = conversationOf(sender.context, personId);
  const activity = activityOf(sender, subjectKey, personId);
  if (activity === undefined || (chat && chat.state !== 'open')) return 'noCard';
  let address = addressIn(chat);
  // The chat of a leaver may be forgotten for good.
  if (!address && hasLeft(sender.context, personId)) return 'noCard';
  let pauses = 0;
  for (let round = 1; round <= tries; round += 1)
    try {
      await sender.gate.pass('urgent', sender.signal);
      if (!address) {
        // Chats are written some seconds later than cards: a kill may have lost this one.
        address = await withDeadline(sender.chat.createConversation(personId), sender.deadline ?? callDeadline);
        recordConversation(sender.context, { person: personId, state: 'open', ...address });
        await sender.gate.pass('urgent', sender.signal);
      }
      await withDeadline(sender.chat.update({ ...address, activity }, message), sender.deadline ?? callDeadline);
      return 'edited';
    } catch (thrown) {
      if (!(thrown instanceof ChatError)) break;
      const { reaction, ends } = reactionTo(thrown, address ? 'update' : 'create');
      if (address && reaction === 'end' && ends === 'sent') return 'gone';
      if (reaction === 'stopSending') sender.circuit.refuse(codeOf(thrown));
      if (reaction === 'slowDown') {
        sender.gate.throttled(thrown.retryAfterSeconds);
        pauses += 1;
        if (pauses <= mostPauses) round -= 1;
      } else if (reaction === 'again') await sender.time.wait(100 * 2 ** round, sender.signal);
      else break;
    }
  return 'gaveUp';
}

/** The card's id, from the ledger or from outcomes not written yet. */
function activityOf(
  { context, unwritten }: Pick<Sender, 'context' | 'unwritten'>,
  subjectKey: string,
  personId: PersonId,
): string | undefined {
  const written = deliveryOf(context, subjectKey, personId)?.activity;
  if (written !== undefined) return written;
  return campaignsAbout(context, subjectKey)
    .flatMap((campaign) => blocksOf(context, campaign.key))
    .map(({ key }): Outcome | undefined => unwritten.get(key)?.get(personId))
    .find((outcome) => outcome?.activity !== undefined)?.activity;
}
