export {
  acknowledgeAct,
  acknowledgeOnDigestVerb,
  acknowledgePolicyAction,
  acknowledgePress,
} from './acknowledge-policy.ts';
export {
  acknowledgeVerb,
  currentPolicyCard,
  policyCardFor,
  policyReceiptFor,
  replacedPolicyCard,
} from './policy-card.ts';
