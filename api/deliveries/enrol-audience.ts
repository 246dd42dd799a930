import type { Context } from '../context.ts';
import type { CampaignKind } from './campaign-kind.ts';
import type { Campaign } from './delivery-lists.ts';

/** STUB */
export async function enrolAudience(_context: Context, _kind: CampaignKind, _campaign: Campaign): Promise<number> {
  return 0;
}
