import { acknowledgeProcedure } from '../../api/procedures/index.ts';
import { formatMoment } from '../../api/texts/format.ts';
import { firstName, shorten } from '../cards/index.ts';
import { receiptButtons } from '../documents/index.ts';
import { isProcedureFor, procedureCardFor } from './procedure-card.ts';
import { procedureReceiptCard } from './receipt-card.ts';

export const acknowledgeProcedureOnDigestVerb = 'digest.acknowledgeProcedure';

/** A repeat shows the first receipt. */
export const {
  action: acknowledgeProcedureAction,
  act: acknowledgeProcedureAct,
  press: acknowledgeProcedurePress,
} = receiptButtons({
  digestVerb: acknowledgeProcedureOnDigestVerb,
  isFor: isProcedureFor,
  give: acknowledgeProcedure,
  label: ({ t, alone }, title) =>
    alone
      ? t('procedureTexts.card.acknowledge')
      : t('procedureTexts.card.acknowledgeNamed', { title: shorten(title, 30) }),
  thanks: (context, actor, { receipt, version }) =>
    context.texts(actor.language)('procedureTexts.card.thanks', {
      name: firstName(actor.name),
      title: shorten(version.version.title, 120),
      moment: formatMoment(receipt.at, actor.language),
    }),
  receiptCard: (context, actor, { result, receipt, now, version }) =>
    procedureReceiptCard(context, actor, { now, version, at: receipt.at }, result === 'alreadyAcknowledged'),
  cardFor: procedureCardFor,
});
