import type { Actor } from '../kernel/index.ts';
import type { Campaign } from './delivery-lists.ts';
import { maySteerCampaigns } from './permissions.ts';

export type CampaignState = Campaign['state'];
export type Steering = 'pause' | 'resume' | 'cancel';

/** Transitions by act. A repeated act is a success, not refused. */
const steps: Readonly<Record<Steering, { from: readonly CampaignState[]; to: CampaignState }>> = {
  pause: { from: ['sending'], to: 'paused' },
  resume: { from: ['paused', 'stopped'], to: 'sending' },
  cancel: { from: ['sending', 'paused', 'stopped'], to: 'cancelled' },
};

/** The state after the act; undefined when not allowed. */
export const steered = (state: CampaignState, act: Steering): CampaignState | undefined => {
  const step = steps[act];
  return state === step.to || step.from.includes(state) ? step.to : undefined;
};

export const campaignAbilities = (actor: Actor, campaign: Campaign): Record<Steering, boolean> => {
  const may = (act: Steering) => maySteerCampaigns(actor) && steps[act].from.includes(campaign.state);
  return { pause: may('pause'), resume: may('resume'), cancel: may('cancel') };
};

/** Its recipients are in history: totals remain, and its cards are no longer updated. */
export const isClosed = ({ sums }: Campaign): boolean => sums?.counts !== undefined;
