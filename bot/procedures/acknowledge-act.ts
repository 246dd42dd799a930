import { z } from 'zod';
import { acknowledgeProcedure } from '../../api/procedures/index.ts';
import { formatMoment } from '../../api/texts/format.ts';
import { cardKey, firstName, press, shorten, type ActOn } from '../cards/index.ts';
import { isProcedureFor } from './procedure-card.ts';

export const acknowledgeProcedureOnDigestVerb = 'digest.acknowledgeProcedure';

/** "Jeg har læst og følger den", on a card that may hold more than one procedure. */
export const acknowledgeProcedureAct: ActOn = (_context, { subject }, { t, alone }) => ({
  title: alone
    ? t('procedureTexts.card.acknowledge')
    : t('procedureTexts.card.acknowledgeNamed', { title: shorten(subject.title, 30) }),
  verb: acknowledgeProcedureOnDigestVerb,
  data: { versionKey: subject.key },
});

export const acknowledgeProcedurePress = press({
  data: z.object({ versionKey: cardKey }),
  about: ({ versionKey }) => versionKey,
  isFor: isProcedureFor,
  run: async (context, actor, { versionKey }) => {
    const { receipt, version } = await acknowledgeProcedure(context, actor, { versionKey, channel: 'card' });
    const text = context.texts(actor.language)('procedureTexts.card.thanks', {
      name: firstName(actor.name),
      title: shorten(version.version.title, 120),
      moment: formatMoment(receipt.at, actor.language),
    });
    return { tone: 'good', text };
  },
});
