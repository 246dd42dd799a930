import type { Context } from '../../../api/context.ts';
import { Campaigns, DeliveryBlocks } from '../../../api/deliveries/index.ts';
import { nowOf, type PersonId } from '../../../api/kernel/index.ts';

/** The ledger has a person as the card's recipient. */
export async function toldByCard(context: Context, subjectKey: string, who: string): Promise<void> {
  const [person, at] = [who as PersonId, nowOf(context.clock)];
  const key = `told-${subjectKey}-${who}`;
  await context.list(Campaigns).create({
    ...{ key, kind: 'told', title: key, subjectKey, state: 'sending', startedAt: at, startedBy: person },
  });
  await context.list(DeliveryBlocks).create({
    ...{ key: `${key}_1`, title: key, campaignKey: key, position: 1 },
    recipients: [{ person, state: 'sent', activity: `card-${who}`, at }],
  });
}
