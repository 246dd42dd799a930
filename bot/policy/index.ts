export { acknowledgePolicyAction } from './acknowledge-policy-action.ts';
export { acknowledgeVerb, currentPolicyCard, policyCardFor, type Reader } from './policy-card.ts';
