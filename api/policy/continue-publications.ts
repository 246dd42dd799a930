import type { Context } from '../context.ts';
import { eachItem } from '../each-item.ts';
import { Campaigns, startCampaign } from '../deliveries/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { PolicyComments } from './comment-list.ts';
import { policyCampaign, policyCampaignKey } from './policy-campaign.ts';
import { endOf, inOrder, type PublishedVersion } from './policy-version.ts';
import { PolicyVersions, type PolicyVersion } from './policy-version-list.ts';
import { recordComment, recordDiscarding, recordPublication } from './record-policy-acts.ts';
import { currentPolicy, policyVersions } from './versions.ts';

/**
 * Does what follows from a publication and is not done yet: marks the older version superseded, starts the campaign of
 * the one in force, appends to the audit trail. Every step has a predictable key, so a crash anywhere and several
 * processes at once give the same. Costs nothing when all is done. Throws AppError `unavailable`.
 */
export async function continuePublications(context: Context): Promise<void> {
  const each = eachItem(context, 'publications');
  await each.of(inOrder(policyVersions(context)), async (version) => {
    await supersede(context, version);
    await recordPublication(context, version);
  });
  await each.of(context.list(PolicyVersions).all(), (version) => recordDiscarding(context, version));
  await each.of(context.list(PolicyComments).all(), (comment) => recordComment(context, comment));
  const current = currentPolicy(context);
  if (current) await ask(context, current);
  each.end();
}

async function supersede(context: Context, version: PublishedVersion<Stored<PolicyVersion>>): Promise<void> {
  const supersededAt = endOf<PolicyVersion>(version, policyVersions(context));
  if (version.state !== 'published' || supersededAt === undefined) return;
  await context
    .list(PolicyVersions)
    .update(version.key, (now) => (now.state === 'published' ? { state: 'superseded', supersededAt } : undefined));
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
