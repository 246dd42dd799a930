import type { Context } from '../context.ts';
import { recordAct, recordedEntry } from '../audit/index.ts';
import { conflict, forbidden, missing, nowOf, repeatableKey, type Actor } from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { steered, type Steering } from './campaign.ts';
import { blocksOf } from './delivery-blocks.ts';
import { Campaigns, DeliveryBlocks, type Campaign, type Recipient } from './delivery-lists.ts';
import { maySteerCampaigns } from './permissions.ts';

/**
 * Stops after the present chunk (about a second). A repeat is a success, and does nothing after another has undone the
 * act. 2 resource units.
 */
export const pauseCampaign = (context: Context, actor: Actor, key: string) => steer(context, actor, key, 'pause');

/** Resumes, also a campaign that stopped itself: failed recipients are retried. */
export const resumeCampaign = (context: Context, actor: Actor, key: string): Promise<Stored<Campaign>> =>
  steer(context, actor, key, 'resume', async ({ state }) => {
    if (state === 'stopped') await reopenFailed(context, key);
  });

/** Ends a campaign: waiting recipients get nothing. Irreversible. */
export const cancelCampaign = (context: Context, actor: Actor, key: string) => steer(context, actor, key, 'cancel');

async function steer(
  context: Context,
  actor: Actor,
  key: string,
  steering: Steering,
  before?: (campaign: Campaign) => Promise<void>,
): Promise<Stored<Campaign>> {
  if (!maySteerCampaigns(actor)) throw forbidden('deliveries.maySteer');
  const known = context.list(Campaigns).get(key);
  if (!known) throw missing('deliveries.campaign');
  const steeredPress = repeatableKey(actor, 'act');
  const act = { act: `${steering}Campaign`, subjectKey: key, occasion: steeredPress };
  if ((await recordedEntry(context, act)) !== undefined) return known;
  await before?.(known);
  const campaign = await context.list(Campaigns).update(
    key,
    (current) => {
      const state = steered(current.state, steering);
      if (current.steeredPress === steeredPress) return undefined;
      if (!state) throw conflict('deliveries.notPossibleNow', { state: current.state });
      if (state === current.state) return undefined;
      const cleared = steering === 'resume' ? { stopCode: undefined } : {};
      return { state, steeredPress, changedAt: nowOf(context.clock), ...cleared };
    },
    'interactive',
  );
  const at = campaign.changedAt ?? nowOf(context.clock);
  if (campaign.steeredPress === steeredPress) await recordAct(context, { ...act, actorId: actor.personId, at });
  return campaign;
}

/** A stopped campaign failed for a reason fixed since, not for its recipients' own. */
async function reopenFailed(context: Context, campaignKey: string): Promise<void> {
  for (const block of blocksOf(context, campaignKey)) {
    if (!block.recipients.some((recipient) => certainlyFailed(recipient))) continue;
    await context.list(DeliveryBlocks).update(block.key, ({ recipients }) => {
      if (!recipients.some((recipient) => certainlyFailed(recipient))) return undefined;
      return {
        recipients: recipients.map((recipient) =>
          certainlyFailed(recipient) ? { person: recipient.person, state: 'waiting' as const } : recipient,
        ),
      };
    });
  }
}

/** Certainly not delivered, so a retry makes no second card. */
const certainlyFailed = ({ state }: Recipient) => state === 'failed' || state === 'policyBlocked';
