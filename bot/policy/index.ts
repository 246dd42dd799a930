export { acknowledgeAct, acknowledgeOnDigestVerb, acknowledgePress } from './acknowledge-act.ts';
export { acknowledgePolicyAction } from './acknowledge-policy-action.ts';
export { acknowledgeVerb, currentPolicyCard, policyCardFor, replacedPolicyCard, type Reader } from './policy-card.ts';
