import type { Context } from '../../api/context.ts';
import { todayOf, type Language, type PersonId } from '../../api/kernel/index.ts';
import { obligationsOf } from '../../api/obligations/index.ts';
import { findPerson, type Person } from '../../api/organisation/index.ts';
import type { PolicyVersion } from '../../api/policy/index.ts';
import { formatDay } from '../../api/texts/format.ts';
import { openCourse } from '../awareness/index.ts';
import { plain, shorten, type OpenUrl } from '../cards/index.ts';
import { cameLater, isNewcomer } from './news.ts';

/** Whether the version's card is also the person's welcome. */
export const isWelcomed = (context: Context, person: Person, version: PolicyVersion): boolean =>
  isNewcomer(context, person) && cameLater(context, person, version);

/** A new employee's first course, with its link, on the welcome and on the receipt that replaces it. */
export function welcomeCourse(
  context: Context,
  { personId, language }: { personId: PersonId; language: Language },
  version: PolicyVersion,
): { text: string; open: OpenUrl } | undefined {
  const person = findPerson(context, personId);
  if (!person || !isWelcomed(context, person, version)) return undefined;
  const today = todayOf(context.clock);
  const [owed] = obligationsOf(context, personId, today)
    .filter(({ kind, state }) => kind === 'takeCourse' && state === 'open')
    .sort((one, other) => one.due.localeCompare(other.due));
  if (!owed) return undefined;
  const t = context.texts(language);
  const values = { title: plain(shorten(owed.subject.title, 100)), date: formatDay(owed.due, language) };
  return {
    text: t('cards.policy.welcome.course', values),
    open: openCourse(context, owed, { language, t, alone: true }),
  };
}
