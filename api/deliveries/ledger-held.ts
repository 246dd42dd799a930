import type { Context } from '../context.ts';
import type { Held } from '../sharepoint/index.ts';
import { Campaigns, ConversationPages, DeliveryBlocks } from './delivery-lists.ts';

/** Why nothing may be sent at all: without the whole ledger nobody knows who has got a card. */
export const ledgerHeld = (context: Context): Held | undefined =>
  context.list(Campaigns).held() ?? context.list(DeliveryBlocks).held() ?? context.list(ConversationPages).held();
