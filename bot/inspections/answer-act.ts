import { z } from 'zod';
import { answerInspection, findInspection, mayAnswer, mayReadInspection } from '../../api/inspections/index.ts';
import { inLanguage } from '../../api/kernel/index.ts';
import { cardKey, field, firstName, paragraph, plain, press, shorten, type ActOn } from '../cards/index.ts';

export const answerInspectionOnDigestVerb = 'digest.answerInspection';

/** Questions that fit in a row; longer checklists are answered in the tab. */
const mostQuestions = 6;
const [longestQuestion, longestNote] = [160, 500];

/** "Vi svarer ja til alle", below the questions. Other answers are given in the tab. */
export const answerInspectionAct: ActOn = (context, { subject }, { t, alone, language }) => {
  const inspection = findInspection(context, subject.key);
  if (inspection?.state !== 'planned' || inspection.items.length > mostQuestions) return undefined;
  return {
    title: alone
      ? t('reminderCards.inspection.yes')
      : t('reminderCards.inspection.yesNamed', { title: shorten(subject.title, 40) }),
    verb: answerInspectionOnDigestVerb,
    data: { inspectionKey: inspection.key },
    shown: inspection.items.map(({ question }) =>
      paragraph(plain(shorten(inLanguage(question, language), longestQuestion)), { spacing: 'None' }),
    ),
    fields: [field('note', t('reminderCards.inspection.note'), longestNote)],
  };
};

export const answerInspectionPress = press({
  data: z.object({ inspectionKey: cardKey, note: z.string().trim().max(longestNote).default('') }),
  about: ({ inspectionKey }) => inspectionKey,
  isFor: (context, actor, { inspectionKey }) => {
    const inspection = findInspection(context, inspectionKey);
    return (
      inspection !== undefined &&
      (mayAnswer(context, actor, inspection) || mayReadInspection(context, actor, inspection))
    );
  },
  run: async (context, actor, { inspectionKey, note }) => {
    const t = context.texts(actor.language);
    const before = findInspection(context, inspectionKey);
    const values = { name: firstName(actor.name), title: shorten(before?.title ?? '', 120) };
    // Individual answers are not overwritten.
    if (before?.answeredAt !== undefined)
      return { tone: 'good', text: t('reminderCards.thanks.inspectionAlready', values) };
    const answers = (before?.items ?? []).map(({ key }, place) => ({
      key,
      answer: 'yes' as const,
      note: place === 0 ? note : '',
    }));
    await answerInspection(context, actor, inspectionKey, { answers });
    return { tone: 'good', text: t('reminderCards.thanks.inspection', values) };
  },
});
