import { setImmediate as breath } from 'node:timers/promises';
import type { Context } from '../context.ts';
import { hasCardToday } from './card-today.ts';
import type { CampaignKind } from './campaign-kind.ts';
import { conversationOf } from './conversations.ts';
import { blocksOf } from './delivery-blocks.ts';
import { DeliveryBlocks, type Campaign, type Recipient } from './delivery-lists.ts';
import { verdictFor } from './settle-block.ts';

/**
 * Puts recipients back in the queue who got nothing for a reason that is gone. Only states that mean "certainly not
 * delivered" are reopened, so nobody gets two cards. What comes instead of a digest waits until another day for
 * whoever got another card today. 2 resource units a block that changes, none otherwise.
 */
export async function reopened(context: Context, kind: CampaignKind, campaign: Campaign): Promise<void> {
  const isGone = (recipient: Recipient) =>
    mayBeReached(context, recipient) &&
    !(kind.joinsFirst === true && hasCardToday(context, recipient.person)) &&
    verdictFor(context, kind, campaign.subjectKey, recipient.person).state === 'send';
  for (const block of blocksOf(context, campaign.key)) {
    // 50,000 people are asked about: whoever presses meanwhile is answered between two blocks.
    await breath();
    if (!block.recipients.some(isGone)) continue;
    await context.list(DeliveryBlocks).update(block.key, ({ recipients }) =>
      recipients.some(isGone)
        ? {
            recipients: recipients.map((recipient) =>
              isGone(recipient) ? { person: recipient.person, state: 'waiting' as const } : recipient,
            ),
          }
        : undefined,
    );
  }
}

function mayBeReached(context: Context, recipient: Recipient): boolean {
  switch (recipient.state) {
    case 'notApplicable':
    case 'notNeeded':
    case 'left':
      return true;
    case 'notInstalled':
    case 'blocked':
    case 'policyBlocked':
    case 'unreachable': {
      const chat = conversationOf(context, recipient.person);
      return chat?.state === 'open' && recipient.at !== undefined && chat.at >= recipient.at;
    }
    case 'waiting':
    case 'reserved':
    case 'sent':
    case 'uncertain':
    case 'failed':
    case 'cancelled':
      return false;
  }
}
