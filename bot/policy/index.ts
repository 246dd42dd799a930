export {
  acknowledgeAct,
  acknowledgeOnDigestVerb,
  acknowledgePolicyAction,
  acknowledgePress,
} from './acknowledge-policy.ts';
export { acknowledgeVerb, currentPolicyCard, policyCardFor, replacedPolicyCard, type Reader } from './policy-card.ts';
