import type { Context } from '../context.ts';
import { nowOf, type PersonId } from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { Campaigns, type Campaign } from './delivery-lists.ts';

/**
 * Starts a campaign: the sender enrols the audience and sends. Idempotent with the same key, which must be predictable
 * (`stableKey(kind, subjectKey)`). 2 resource units.
 */
export async function startCampaign(
  context: Context,
  input: { key: string; kind: string; title: string; subjectKey: string; startedBy: PersonId },
): Promise<Stored<Campaign>> {
  const { record } = await context
    .list(Campaigns)
    .create({ ...input, title: input.title.slice(0, 255), state: 'sending', startedAt: nowOf(context.clock) });
  return record;
}
