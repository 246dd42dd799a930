export {
  acknowledgeAct,
  acknowledgeOnDigestVerb,
  acknowledgePolicyAction,
  acknowledgePress,
} from './acknowledge-policy.ts';
export { acknowledgeVerb, currentPolicyCard, policyCardFor, replacedPolicyCard } from './policy-card.ts';
