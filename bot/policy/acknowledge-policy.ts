import { acknowledgePolicy, policyState } from '../../api/policy/index.ts';
import { formatMoment } from '../../api/texts/format.ts';
import { firstName } from '../cards/index.ts';
import { receiptButtons } from '../documents/index.ts';
import { currentPolicyCard, isPolicyFor, policyCardFor } from './policy-card.ts';
import { receiptCard } from './receipt-card.ts';

export const acknowledgeOnDigestVerb = 'digest.acknowledgePolicy';

/** A repeat shows the first receipt; on a version superseded or gone, the card of the version in force. */
export const {
  action: acknowledgePolicyAction,
  act: acknowledgeAct,
  press: acknowledgePress,
} = receiptButtons({
  digestVerb: acknowledgeOnDigestVerb,
  isFor: isPolicyFor,
  give: acknowledgePolicy,
  label: ({ t }) => t('cards.policy.acknowledge'),
  thanks: (context, actor, { receipt, version }) =>
    context.texts(actor.language)('reminderCards.thanks.policy', {
      name: firstName(actor.name),
      number: receipt.carriedFrom?.number ?? version.number,
      moment: formatMoment(receipt.at, actor.language),
    }),
  receiptCard: (context, actor, { result, receipt, version }) =>
    // A minor version was published meanwhile: the receipt of the version in force counts.
    policyState(context, version) === 'superseded'
      ? currentPolicyCard(context, actor)
      : receiptCard(context, actor, version, receipt, result === 'alreadyAcknowledged'),
  cardFor: policyCardFor,
});
