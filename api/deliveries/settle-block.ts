import type { Context } from '../context.ts';
import { nowOf, type PersonId } from '../kernel/index.ts';
import type { CampaignKind } from './campaign-kind.ts';
import { blocksOf } from './delivery-blocks.ts';
import { Campaigns, DeliveryBlocks, type Campaign, type Recipient } from './delivery-lists.ts';
import { noteSent } from './send-meter.ts';
import { isSomebodyDue, settled, type Hindrance, type Settlement, type Verdict } from './settled.ts';

/**
 * Writes the outcomes since the last write and reserves the next recipients, in one write of 2 resource units (none
 * without changes). Returns everybody reserved by this run, in flight or to begin, and whether nobody is left to
 * reserve. After an error pass the outcomes again: it is idempotent.
 */
export async function settleBlock(
  context: Context,
  kind: CampaignKind,
  campaign: Campaign,
  blockKey: string,
  input: Pick<Settlement, 'holder' | 'outcomes' | 'underWay' | 'reserve' | 'retries' | 'left'> & {
    /** What must be done before sending to a person. */
    hindrance(personId: PersonId): Hindrance | undefined;
  },
): Promise<{ reserved: readonly Recipient[]; isExhausted: boolean }> {
  const at = nowOf(context.clock);
  const block = await context.list(DeliveryBlocks).update(
    blockKey,
    (current) =>
      settled(current, {
        ...input,
        at,
        verdict: (personId) => {
          const verdict = verdictFor(context, kind, campaign.subjectKey, personId);
          return verdict.state === 'send' ? (input.hindrance(personId) ?? verdict) : verdict;
        },
        repeatWhenUncertain: kind.repeatWhenUncertain,
      }),
    'background',
  );
  const sent = [...input.outcomes.values()].filter((outcome) => outcome.state === 'sent').length;
  noteSent(context, campaign.key, sent);
  const isLeft = isSomebodyDue(block, input.retries, (personId) => input.hindrance(personId)?.state === 'wait');
  return {
    reserved: block.recipients.filter((recipient) => recipient.state === 'reserved'),
    isExhausted: input.reserve === 0 || !isLeft,
  };
}

/** Whether to send to a person now; asked when reserving and again just before sending. */
export function verdictFor(context: Context, kind: CampaignKind, subjectKey: string, personId: PersonId): Verdict {
  const state = kind.recheck(context, subjectKey, personId);
  if (state !== 'send') return { state };
  const code = kind.notApplicable(context, personId);
  return code === undefined ? { state: 'send' } : { state: 'notApplicable', code };
}

/** Finishes a campaign when nobody waits. Newcomers reopen it (`enrolAudience`). */
export async function finishCampaign(context: Context, campaignKey: string): Promise<void> {
  await context
    .list(Campaigns)
    .update(campaignKey, (current) =>
      current.state === 'sending' && !isUnsettled(context, campaignKey)
        ? { state: 'finished', changedAt: nowOf(context.clock) }
        : undefined,
    );
}

/** Stops a campaign whose answers show a general fault; a person may resume it. */
export async function stopCampaign(context: Context, campaignKey: string, code: string): Promise<void> {
  await context
    .list(Campaigns)
    .update(campaignKey, (current) =>
      current.state === 'sending' ? { state: 'stopped', stopCode: code, changedAt: nowOf(context.clock) } : undefined,
    );
}

/** Whether anybody waits or is being sent to. */
export const isUnsettled = (context: Context, campaignKey: string): boolean =>
  blocksOf(context, campaignKey).some((block) =>
    block.recipients.some(({ state }) => state === 'waiting' || state === 'reserved'),
  );
