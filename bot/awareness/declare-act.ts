import { z } from 'zod';
import { CourseRounds, Courses, declareCourse, isRoundFor } from '../../api/awareness/index.ts';
import { cardKey, firstName, press, shorten, type ActOn } from '../cards/index.ts';

export const declareVerb = 'digest.declareCourse';

/** "Jeg har taget det", if the round allows self-declaration (R8). */
export const declareAct: ActOn = (context, { subject }, { t, alone }) => {
  if (context.list(CourseRounds).get(subject.key)?.selfDeclared !== true) return undefined;
  const title = alone
    ? t('reminderCards.course.taken')
    : t('reminderCards.course.takenNamed', { title: shorten(subject.title, 36) });
  return { title, verb: declareVerb, data: { roundKey: subject.key } };
};

export const declarePress = press({
  data: z.object({ roundKey: cardKey }),
  about: ({ roundKey }) => roundKey,
  isFor: (context, actor, { roundKey }) => isRoundFor(context, actor, roundKey),
  run: async (context, actor, { roundKey }) => {
    const { result, round } = await declareCourse(context, actor, { roundKey, channel: 'card' });
    const key = result === 'recorded' ? 'reminderCards.thanks.course' : 'reminderCards.thanks.courseAlready';
    const title = context.list(Courses).get(round.courseKey)?.title ?? round.title;
    const values = { name: firstName(actor.name), title: shorten(title, 120) };
    return { tone: 'good', text: context.texts(actor.language)(key, values) };
  },
});
