import { confirmPart } from '../../api/contingency/index.ts';
import { formatMoment } from '../../api/texts/format.ts';
import { firstName, shorten } from '../cards/index.ts';
import { readerOf } from '../cards/reader.ts';
import { receiptButtons } from '../documents/index.ts';
import { isPartFor, partCardFor } from './part-card.ts';
import { partReceiptCard } from './part-receipt-card.ts';

export const confirmPartOnDigestVerb = 'digest.confirmPart';

/** "Jeg kender min del". Pressed twice it shows the first receipt. */
export const {
  action: confirmPartAction,
  act: confirmPartAct,
  press: confirmPartPress,
} = receiptButtons({
  digestVerb: confirmPartOnDigestVerb,
  isFor: isPartFor,
  give: confirmPart,
  label: ({ t, alone }, title) =>
    alone ? t('pocket.mine.confirm') : t('pocket.card.confirmNamed', { title: shorten(title, 30) }),
  thanks: (context, actor, { receipt, version }) =>
    context.texts(actor.language)('pocket.card.thanks', {
      name: firstName(actor.name),
      title: shorten(version.version.title, 120),
      moment: formatMoment(receipt.at, actor.language),
    }),
  receiptCard: (context, actor, { result, receipt, now, version }) => {
    const { language } = actor;
    const reader = { ...readerOf(context, actor.personId), language, t: context.texts(language) };
    const given = { planKey: now.plan.key, title: version.version.title, receipt };
    return partReceiptCard(context, reader, given, result === 'alreadyConfirmed');
  },
  cardFor: partCardFor,
});
