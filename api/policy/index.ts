/** The information-security policy: versions, receipts and coverage (R9). */
export { PolicyComments, type PolicyComment } from './comment-list.ts';
export { PolicyVersions, type PolicyVersion } from './policy-version-list.ts';
export { contentHash, type PolicyState } from './policy-version.ts';
export { currentPolicy, policyState, policyVersion } from './versions.ts';
export { acknowledgementOf, type Receipt } from './receipts.ts';
export { acknowledgePolicy, type Acknowledged } from './acknowledge-policy.ts';
export { policyDue, policyObligations, policyObligationsOf, policySource } from './obligations.ts';
export { policyCampaign, policyCampaignKey } from './policy-campaign.ts';
export { mayDraftPolicy, mayPublishPolicy, maySeeCoverage, maySeePeopleOf } from './permissions.ts';
export { policyCoverage, type CentreShare, type Coverage } from './coverage.ts';
export { draftPolicy, discardDraft, editDraft, type PolicyDraft } from './draft-policy.ts';
export { publishPolicy, type Published } from './publish-policy.ts';
export { continuePublications } from './continue-publications.ts';
export { recordNegativeReceipts } from './record-negative-receipts.ts';
export { audienceOf } from './audience.ts';
export { policyRoutes } from './routes.ts';
