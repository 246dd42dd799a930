import type { Context } from '../context.ts';
import { notInTeams, type CampaignKind } from '../deliveries/index.ts';
import { todayOf, type LocalDate } from '../kernel/index.ts';
import { findPerson, isEmployed } from '../organisation/index.ts';
import { isWorkingTime } from '../working-days.ts';
import { digestOf } from './digests.ts';
import { isWhole, plannedOn } from './planned.ts';
import { digestCampaignKind } from './told.ts';

/** Whether digests of a day may go at this moment: on the day itself, a working day, from 8 to 16 Danish time. */
export function isSendingTime(context: Context, day: LocalDate): boolean {
  return day === todayOf(context.clock) && isWorkingTime(context.clock.now());
}

/**
 * The card about what a person owes and follows up; the subject is the day. Whoever was planned and has nothing left,
 * went on leave or was reached by nobody before 16 gets none: what falls is told on the next working day.
 */
export const digestKind: CampaignKind = {
  kind: digestCampaignKind,
  audience: (context, subjectKey) => {
    const day = subjectKey as LocalDate;
    if (!isSendingTime(context, day)) return [];
    // Whoever stands on half of the pages yet is sent to when the log can say all that was told.
    return [...plannedOn(context, day)].flatMap(([personId, planned]) => (isWhole(planned) ? [personId] : [])).sort();
  },
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
