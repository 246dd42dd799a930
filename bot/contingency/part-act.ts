import { z } from 'zod';
import { confirmPart } from '../../api/contingency/index.ts';
import { formatMoment } from '../../api/texts/format.ts';
import { cardKey, firstName, press, shorten, type ActOn } from '../cards/index.ts';
import { isPartFor } from './part-card.ts';

export const confirmPartOnDigestVerb = 'digest.confirmPart';

/** "Jeg kender min del", on a card that may hold more than one plan. */
export const confirmPartAct: ActOn = (_context, { subject }, { t, alone }) => ({
  title: alone ? t('pocket.mine.confirm') : t('pocket.card.confirmNamed', { title: shorten(subject.title, 30) }),
  verb: confirmPartOnDigestVerb,
  data: { versionKey: subject.key },
});

export const confirmPartPress = press({
  data: z.object({ versionKey: cardKey }),
  about: ({ versionKey }) => versionKey,
  isFor: isPartFor,
  run: async (context, actor, { versionKey }) => {
    const { receipt, version } = await confirmPart(context, actor, { versionKey, channel: 'card' });
    const text = context.texts(actor.language)('pocket.card.thanks', {
      name: firstName(actor.name),
      title: shorten(version.version.title, 120),
      moment: formatMoment(receipt.at, actor.language),
    });
    return { tone: 'good', text };
  },
});
