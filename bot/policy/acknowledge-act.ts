import { z } from 'zod';
import { acknowledgePolicy } from '../../api/policy/index.ts';
import { formatMoment } from '../../api/texts/format.ts';
import { cardKey, firstName, press, type ActOn } from '../cards/index.ts';
import { isPolicyFor } from './policy-card.ts';

export const acknowledgeOnDigestVerb = 'digest.acknowledgePolicy';

/** "Jeg har læst og følger den", on a card that may hold more than the policy. */
export const acknowledgeAct: ActOn = (_context, { subject }, { t }) => ({
  title: t('cards.policy.acknowledge'),
  verb: acknowledgeOnDigestVerb,
  data: { versionKey: subject.key },
});

export const acknowledgePress = press({
  data: z.object({ versionKey: cardKey }),
  about: ({ versionKey }) => versionKey,
  isFor: isPolicyFor,
  run: async (context, actor, { versionKey }) => {
    const { receipt, version } = await acknowledgePolicy(context, actor, { versionKey, channel: 'card' });
    const text = context.texts(actor.language)('reminderCards.thanks.policy', {
      name: firstName(actor.name),
      number: receipt.carriedFrom?.number ?? version.number,
      moment: formatMoment(receipt.at, actor.language),
    });
    return { tone: 'good', text };
  },
});
