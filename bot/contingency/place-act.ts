import { z } from 'zod';
import { findPack, packStatusOf, placePackOnce } from '../../api/contingency/index.ts';
import { localDate } from '../../api/kernel/index.ts';
import { formatDate } from '../../api/texts/format.ts';
import { cardKey, field, firstName, paragraph, press, shorten, type ActOn } from '../cards/index.ts';
import { isPackFor, longestPlace, placeField } from './pack-card.ts';

export const placePackOnDigestVerb = 'digest.placePack';

/** "Den ligger på plads": today, at the place in the field. Earlier days are for the tab. */
export const placePackAct: ActOn = (context, { subject }, { t, alone, language }) => {
  const pack = findPack(context, subject.key);
  if (!pack || packStatusOf(context, pack.centreId).latest?.key !== pack.key) return undefined;
  const title = alone
    ? t('reminderCards.pack.placed')
    : t('reminderCards.pack.placedNamed', { title: shorten(subject.title, 40) });
  const values = { number: pack.number, date: formatDate(localDate(pack.madeAt), language) };
  return {
    title,
    verb: placePackOnDigestVerb,
    data: { packKey: pack.key },
    shown: [paragraph(t('reminderCards.pack.what', values), { spacing: 'None' })],
    fields: [field(placeField, t('reminderCards.pack.place'), longestPlace)],
  };
};

export const placePackPress = press({
  data: z.object({ packKey: cardKey, [placeField]: z.string().trim().max(longestPlace).default('') }),
  about: ({ packKey }) => packKey,
  isFor: isPackFor,
  run: async (context, actor, input) => {
    const { result, placement } = await placePackOnce(context, actor, input);
    const key = result === 'placed' ? 'reminderCards.thanks.pack' : 'reminderCards.thanks.packAlready';
    const values = {
      name: firstName(actor.name),
      title: shorten(placement.title, 80),
      place: shorten(placement.place, 80),
      date: formatDate(placement.placedOn, actor.language),
    };
    return { tone: 'good', text: context.texts(actor.language)(key, values) };
  },
});
