import { closePolicyPlan, completePolicyStep } from '../annual-wheel/index.ts';
import type { Context } from '../context.ts';
import { eachItem } from '../each-item.ts';
import { nowOf } from '../kernel/index.ts';
import { campaignCounts, Campaigns, startCampaign } from '../deliveries/index.ts';
import { findPerson } from '../organisation/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { PolicyComments } from './comment-list.ts';
import { policyCampaign, policyCampaignKey } from './policy-campaign.ts';
import { endOf, everPublished, receiptChain, type PublishedVersion } from './policy-version.ts';
import { PolicyVersions, type PolicyVersion } from './policy-version-list.ts';
import { recordComment, recordDiscarding, recordPublication } from './record-policy-acts.ts';
import { currentPolicy, policyState, policyVersions } from './versions.ts';

/**
 * Completes the effects of a publication: marks the older version superseded once the next one applies, starts the
 * campaign of the one in force, appends to the audit trail. Every step has a predictable key, so a crash anywhere and
 * concurrent processes give the same result. Free when complete. Throws AppError `unavailable`.
 */
export async function continuePublications(context: Context): Promise<void> {
  const each = eachItem(context, 'publications');
  await each.of(everPublished(policyVersions(context)), async (version) => {
    await supersede(context, version);
    await recordPublication(context, version);
  });
  await each.of(context.list(PolicyVersions).all(), (version) => recordDiscarding(context, version));
  await each.of(context.list(PolicyComments).all(), (comment) => recordComment(context, comment));
  const current = currentPolicy(context);
  const inForce = current ? [current] : [];
  // Also where the campaign cannot be read: the plan goes on.
  await each.of(inForce, (version) => ask(context, version));
  await each.of(inForce, (version) => putIntoPractice(context, version));
  each.end();
}

async function supersede(context: Context, version: PublishedVersion<Stored<PolicyVersion>>): Promise<void> {
  const supersededAt = endOf<PolicyVersion>(version, policyVersions(context));
  if (version.state !== 'published' || supersededAt === undefined || supersededAt > nowOf(context.clock)) return;
  await context
    .list(PolicyVersions)
    .update(version.key, (now) => (now.state === 'published' ? { state: 'superseded', supersededAt } : undefined));
}

/**
 * Plan steps: sending the policy is done when its campaign is, and a version's plan ends with it. A minor version
 * continues the plan of the version it changes.
 */
async function putIntoPractice(context: Context, current: PublishedVersion<Stored<PolicyVersion>>): Promise<void> {
  const { key, number, publishedBy: by } = current;
  if (by === undefined) return;
  const t = context.texts(findPerson(context, by)?.language ?? 'da');
  const lives = receiptChain<PolicyVersion>(current, policyVersions(context)).map((version) => version.key);
  const campaign = context.list(Campaigns).get(policyCampaignKey(key));
  if (campaign?.state === 'finished') {
    const { sent = 0, sentAgain = 0 } = campaignCounts(context, campaign);
    const note = t('wheelPlan.communicated', { count: sent + sentAgain, number });
    for (const policyVersionKey of lives)
      await completePolicyStep(context, { policyVersionKey, step: 'communicate', by, note });
  }
  for (const version of everPublished(policyVersions(context)))
    if (policyState(context, version) === 'superseded' && !lives.includes(version.key))
      await closePolicyPlan(context, {
        policyVersionKey: version.key,
        by,
        reason: t('wheelPlan.superseded', { number }),
      });
}

async function ask(context: Context, version: PublishedVersion<Stored<PolicyVersion>>): Promise<void> {
  const key = policyCampaignKey(version.key);
  if (version.publishedBy === undefined || context.list(Campaigns).get(key)) return;
  await startCampaign(context, {
    key,
    kind: policyCampaign.kind,
    title: `${version.title} ${version.number}`,
    subjectKey: version.key,
    startedBy: version.publishedBy,
  });
}
