export { acknowledgePolicyAction } from './acknowledge-policy-action.ts';
export { acknowledgeVerb, compactPolicyCard, currentPolicyCard, policyCardFor, type Reader } from './policy-card.ts';
