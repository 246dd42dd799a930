import type { Context } from '../../api/context.ts';
import { Campaigns, DeliveryBlocks, flushConversations, recordConversation } from '../../api/deliveries/index.ts';
import type { World } from '../emulator/world.ts';
import type { CardFor } from './desk.ts';

/** Larger worlds are for measurements, without readers of chats. */
const mostPeople = 10_000;

/**
 * Adds the seeded campaigns' cards to the chats, as they would be today, so that the ledger's "sent" is true on the
 * desk: receipts where people have answered, else the question.
 */
export async function fillChats(context: Context, world: World, cardFor: CardFor): Promise<void> {
  const blocks = context.list(DeliveryBlocks).all();
  const recipients = blocks.reduce((sum, block) => sum + block.recipients.length, 0);
  if (recipients > mostPeople) return;
  for (const block of blocks) {
    const campaign = context.list(Campaigns).get(block.campaignKey);
    if (!campaign) continue;
    const placed = block.recipients.map((recipient) => {
      if (recipient.state !== 'sent' || recipient.at === undefined || !world.directory.user(recipient.person))
        return recipient;
      const { summary, card } = cardFor(campaign.kind, campaign.subjectKey, recipient.person);
      const { activity, ...chat } = world.teams.place(
        recipient.person,
        { summary, card: typeof card === 'object' ? { ...card } : {} },
        recipient.at,
      );
      recordConversation(context, { person: recipient.person, ...chat, state: 'open' });
      return { ...recipient, activity };
    });
    await context.list(DeliveryBlocks).update(block.key, () => ({ recipients: placed }), 'background');
  }
  await flushConversations(context);
}
