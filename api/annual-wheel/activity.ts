import { addDays, type LocalDate } from '../kernel/index.ts';
import type { Revision, WheelActivity } from './activity-list.ts';
import { calendarDates, intervalAfter } from './recurrence.ts';

/** The current rule. */
export function ruleNow({ revisions }: Pick<WheelActivity, 'revisions'>): Revision {
  const last = revisions.at(-1);
  if (!last) throw new RangeError('an activity without a rule');
  return last;
}

/** Whether it happens on one day. */
export const isOnce = ({ rule, basis }: Revision): boolean => rule === undefined && basis === 'calendar';

/** Creation day: earlier dates are not owed. */
export function madeOn({ revisions }: Pick<WheelActivity, 'revisions'>): LocalDate {
  const [first] = revisions;
  if (!first) throw new RangeError('an activity without a rule');
  return first.from;
}

/** A rule with its last day: the day before the next rule. */
interface Stretch {
  revision: Revision;
  until: LocalDate | undefined;
}
const stretchesOf = ({ revisions }: Pick<WheelActivity, 'revisions'>): Stretch[] =>
  revisions.map((revision, index) => {
    const next = revisions[index + 1];
    return { revision, until: next && addDays(next.from, -1) };
  });

export interface Occurrence {
  on: LocalDate;
  scope: Revision['scope'];
}

/** Calendar dates between two days, each by the rule of that day. Ascending. */
export const calendarOccurrences = (
  activity: Pick<WheelActivity, 'revisions'>,
  from: LocalDate,
  to: LocalDate,
): Occurrence[] =>
  stretchesOf(activity).flatMap(({ revision, until }) =>
    revision.basis === 'calendar'
      ? calendarDates(revision, later(from, revision.from), until !== undefined && until < to ? until : to).map(
          (on) => ({ on, scope: revision.scope }),
        )
      : [],
  );

const later = (one: LocalDate, other: LocalDate): LocalDate => (one < other ? other : one);

/**
 * The next due date, counted from the last completion (`lastDone`, absent: never). Decided by the first rule that makes
 * it due in its own period, so that earlier debts remain. `undefined` for ended and calendar activities.
 */
export function dueAfter(
  activity: Pick<WheelActivity, 'revisions'>,
  scope: Revision['scope'],
  lastDone: LocalDate | undefined,
): LocalDate | undefined {
  for (const { revision, until } of stretchesOf(activity)) {
    if (revision.basis !== 'lastDone' || revision.scope !== scope) continue;
    const next = lastDone === undefined ? revision.startsOn : intervalAfter(revision.rule, lastDone);
    if (next === undefined) continue;
    const due = later(next, revision.from);
    const inTime = until === undefined || due <= until;
    if (inTime && (revision.endsOn === undefined || due <= revision.endsOn)) return due;
  }
  return undefined;
}
