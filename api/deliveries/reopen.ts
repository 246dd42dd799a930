import { setImmediate as breath } from 'node:timers/promises';
import type { Context } from '../context.ts';
import { hasCardToday } from './card-today.ts';
import type { CampaignKind } from './campaign-kind.ts';
import { conversationOf } from './conversations.ts';
import { blocksOf } from './delivery-blocks.ts';
import { DeliveryBlocks, type Campaign, type Recipient } from './delivery-lists.ts';
import { isWorkingTime } from '../working-days.ts';
import { verdictFor } from './settle-block.ts';

/**
 * Puts recipients back in the queue who got nothing for a reason that is gone. Whoever may have got the card gets it once
 * more, marked as a repeat, in the working hours of a day without another card; nobody else gets two cards. What comes instead of a digest waits until another day for
 * whoever got another card today. 2 resource units a block that changes, none otherwise.
 */
export async function reopened(context: Context, kind: CampaignKind, campaign: Campaign): Promise<void> {
  const isGone = (recipient: Recipient) =>
    mayBeReached(context, kind, recipient) &&
    !(kind.joinsFirst === true && hasCardToday(context, recipient.person)) &&
    verdictFor(context, kind, campaign.subjectKey, recipient.person).state === 'send';
  for (const block of blocksOf(context, campaign.key)) {
    // 50,000 people are asked about: whoever presses meanwhile is answered between two blocks.
    await breath();
    if (!block.recipients.some(isGone)) continue;
    await context.list(DeliveryBlocks).update(block.key, ({ recipients }) =>
      recipients.some(isGone)
        ? {
            recipients: recipients.map((recipient) => (isGone(recipient) ? anotherTurn(recipient) : recipient)),
          }
        : undefined,
    );
  }
}

const anotherTurn = ({ person, state, isRepeat }: Recipient): Recipient => ({
  person,
  state: 'waiting',
  ...(state === 'uncertain' || isRepeat === true ? { isRepeat: true } : {}),
});

function mayBeReached(context: Context, kind: CampaignKind, recipient: Recipient): boolean {
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
    case 'uncertain':
      return (
        comesAgain(kind, recipient) && isWorkingTime(context.clock.now()) && !hasCardToday(context, recipient.person)
      );
    case 'waiting':
    case 'reserved':
    case 'sent':
    case 'failed':
    case 'cancelled':
      return false;
  }
}

/** Whether a card that may have arrived is sent once more on another day. Some kinds have tried again at once. */
export const comesAgain = (kind: CampaignKind, { state, isRepeat }: Recipient): boolean =>
  state === 'uncertain' && isRepeat !== true && !kind.repeatWhenUncertain;
