import type { Context } from '../../api/context.ts';
import { CourseRounds, Courses, obligedBecause, type Course } from '../../api/awareness/index.ts';
import { todayOf, type Obligation } from '../../api/kernel/index.ts';
import { courseReason } from '../../api/texts/course-reason.ts';
import { textIfThere } from '../../api/texts/translate.ts';
import { aside, deepLink, openUrl, paragraph, plain, shorten, type CardElement, type OpenUrl } from '../cards/index.ts';
import { declareAct } from './declare-act.ts';
import type { Wording } from '../cards/index.ts';

/** The course of an obligation; undefined if removed. */
export function courseOf(context: Context, { subject }: Obligation): Course | undefined {
  const round = context.list(CourseRounds).get(subject.key);
  return round && context.list(Courses).get(round.courseKey);
}

/** Opens the course if it has an address, else its page. */
export function openCourse(context: Context, obligation: Obligation, { t }: Wording): OpenUrl {
  const url = courseOf(context, obligation)?.url ?? '';
  const isAddress = url.startsWith('https://') && URL.canParse(url) && url.length <= 1_900;
  return openUrl(t('reminderCards.course.open'), isAddress ? url : deepLink(context, obligation.path));
}

/** "Dit kursus: GDPR i hverdagen (25 min.)", if it is the only item. */
export const courseTitle = (context: Context, obligation: Obligation, { t }: Wording): string =>
  t('reminderCards.course.title', {
    title: shorten(obligation.subject.title, 100),
    minutes: courseOf(context, obligation)?.minutes ?? 0,
  });

/** Deadline and reason, and the recording without self-declaration. */
export function courseBody(context: Context, obligation: Obligation, due: string, wording: Wording): CardElement[] {
  const { t } = wording;
  const isLate = obligation.due < todayOf(context.clock);
  const isBelieved = declareAct(context, obligation, wording) !== undefined;
  const because = obligedBecause(context, obligation.subject.key, obligation.personId);
  const reason = courseReason((key) => textIfThere(t, key), because);
  const describe = courseOf(context, obligation)?.describe ?? '';
  return [
    paragraph(t(isLate ? 'reminderCards.course.whyLate' : 'reminderCards.course.why', { due, reason })),
    ...(describe === '' ? [] : [paragraph(plain(shorten(describe, 300)))]),
    ...(isBelieved ? [] : [aside(t('reminderCards.course.notSelf'))]),
  ];
}
