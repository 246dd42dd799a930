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
 * Requeues recipients whose obstacle is gone. After an uncertain delivery the card is sent once more, marked as a
 * repeat, in the working hours of a day without another card; others never get two. A card that replaces a digest waits
 * for a day without another card. 2 resource units per changed block, else none.
 */
export async function reopened(context: Context, kind: CampaignKind, campaign: Campaign): Promise<void> {
  const isGone = obstacleGone(context, kind, campaign);
  for (const block of blocksOf(context, campaign.key)) {
    // Yields between blocks: 50,000 people are checked.
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

/** Whether `reopened` would requeue someone. */
export function someoneComesAgain(context: Context, kind: CampaignKind, campaign: Campaign): boolean {
  const isGone = obstacleGone(context, kind, campaign);
  return blocksOf(context, campaign.key).some((block) => block.recipients.some(isGone));
}

const obstacleGone = (context: Context, kind: CampaignKind, campaign: Campaign) => (recipient: Recipient) =>
  mayBeReached(context, kind, recipient) &&
  !(kind.joinsFirst === true && hasCardToday(context, recipient.person)) &&
  verdictFor(context, kind, campaign.subjectKey, recipient.person).state === 'send';

const anotherTurn = ({ person, state, isRepeat }: Recipient): Recipient => ({
  person,
  state: 'waiting',
  ...(state === 'uncertain' || isRepeat === true ? { isRepeat: true } : {}),
});

/** Whether the obstacle that kept a recipient without the card may be gone. */
export function mayBeReached(context: Context, kind: CampaignKind, recipient: Recipient): boolean {
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

/** Whether a card of uncertain delivery is repeated on another day. Some kinds retry at once. */
export const comesAgain = (kind: CampaignKind, { state, isRepeat }: Recipient): boolean =>
  state === 'uncertain' && isRepeat !== true && !kind.repeatWhenUncertain;
