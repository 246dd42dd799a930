import type { Context } from '../context.ts';
import { notInTeams, type CampaignKind } from '../deliveries/index.ts';
import { todayOf, type Language, type LocalDate, type PersonId } from '../kernel/index.ts';
import { findPerson, isEmployed } from '../organisation/index.ts';
import { isWorkingTime } from '../working-days.ts';
import { formatDate } from '../texts/format.ts';
import { digestOf } from './digests.ts';
import { isWhole, plannedOn } from './planned.ts';
import { digestCampaignKind } from './told.ts';

/** Whether a day's digests may be sent now: on the day itself, a working day, from 8 to 16 Danish time. */
export function isSendingTime(context: Context, day: LocalDate): boolean {
  return day === todayOf(context.clock) && isWorkingTime(context.clock.now());
}

/** Whether a person is to be reminded today, by what is known now: cards that can wait leave the day to it. */
export function isDigestToCome(context: Context, personId: PersonId): boolean {
  const today = todayOf(context.clock);
  return isSendingTime(context, today) && digestOf(context, personId, today) !== undefined;
}

/** The title of a day's digests. */
export const digestTitle = (context: Context, day: string, language: Language): string =>
  context.texts(language)('documents.reminders.campaign', { day: formatDate(day, language) });

/**
 * The card with a person's obligations and follow-ups; the subject is the day. Planned people with nothing left, on
 * leave, or not reached before 16 get none: their steps move to the next working day.
 */
export const digestKind: CampaignKind = {
  kind: digestCampaignKind,
  audience: (context, subjectKey) => {
    const day = subjectKey as LocalDate;
    if (!isSendingTime(context, day)) return [];
    // A partly written digest waits until the log has all of it.
    return [...plannedOn(context, day)].flatMap(([personId, planned]) => (isWhole(planned) ? [personId] : [])).sort();
  },
  titleIn: digestTitle,
  hours: { when: 'itself', because: 'a digest is of one day: what could not go before 16 is told on the next' },
  isOver: (context, subjectKey) => subjectKey < todayOf(context.clock),
  recheck: (context, subjectKey, personId) => {
    const day = subjectKey as LocalDate;
    if (!isSendingTime(context, day)) return 'notNeeded';
    const person = findPerson(context, personId);
    if (!person || !isEmployed(person, day)) return 'left';
    return digestOf(context, personId, day) ? 'send' : 'notNeeded';
  },
  notApplicable: notInTeams,
  repeatWhenUncertain: false,
  priority: 'broadcast',
};
