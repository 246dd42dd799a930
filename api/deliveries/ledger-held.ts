import type { Context } from '../context.ts';
import type { Held } from '../sharepoint/index.ts';
import { Campaigns, ConversationPages, DeliveryBlocks } from './delivery-lists.ts';

/** Why sending is blocked: without the whole ledger it is unknown who got a card. */
export const ledgerHeld = (context: Context): Held | undefined =>
  context.list(Campaigns).held() ?? context.list(DeliveryBlocks).held() ?? context.list(ConversationPages).held();
