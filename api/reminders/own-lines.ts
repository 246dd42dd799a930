import type { Context } from '../context.ts';
import { addDays, daysBetween, type LocalDate, type Obligation, type PersonId } from '../kernel/index.ts';
import { nudgedAfter } from '../obligations/index.ts';
import { isLegallyRequired, isNear, latestStep, leastApart, type Cadence } from './cadence.ts';
import { cadenceOf } from './cadences.ts';
import { byDue, type DigestLine, type ReminderStep } from './digest.ts';
import { isWeekApart, lastTold } from './told-before.ts';
import { ownCard, type Told } from './told.ts';
import { hasStepIn, laterTold, type Chances, type Turn, type Turns } from './turn.ts';
import { isMuted, weeklyDay, wishesOf, type Wishes } from './wishes.ts';

export interface OwnAsked {
  personId: PersonId;
  day: LocalDate;
  /** What the person owes. */
  own: readonly Obligation[];
  /** For a future day. */
  chances: Chances | undefined;
}

/** The turn of a kind: required work has its own days, whatever the person's wishes. */
const turnFor = (turns: Turns, kind: string): Turn | undefined =>
  isLegallyRequired(kind) ? turns.daily : turns.wished;

/** A person's own lines in a digest, and whether any of them justifies sending it. */
export function ownLines(
  context: Context,
  { personId, day, own, chances }: OwnAsked,
  turns: Turns,
): { lines: DigestLine[]; isDue: boolean } {
  const wishes = wishesOf(context, personId);
  const told = lastTold(context, personId, day);
  const lines: DigestLine[] = [];
  let isDue = false;
  for (const obligation of own) {
    if (obligation.state !== 'open' || obligation.since > day || isMuted(wishes, obligation.kind)) continue;
    const last = told(obligation.key);
    // The same thing at most once a week, even in a digest sent for another reason.
    if (!isWeekApart(last?.day, day)) continue;
    const about: About = { obligation, day, last, wishes, chances };
    const turn = turnFor(turns, obligation.kind);
    const reason = turn && stepIn(context, about, turn);
    const step = reason ?? stepIn(context, about, turns.daily);
    if (step === undefined && !isNear(cadenceOf(context, obligation.kind), obligation, day)) continue;
    lines.push(step === undefined ? { obligation } : { obligation, step });
    isDue ||= reason !== undefined;
  }
  lines.sort((one, other) => byDue(one.obligation, other.obligation));
  return { lines, isDue };
}

interface About {
  obligation: Obligation;
  day: LocalDate;
  /** Its last reminder, as far back as the rules look. */
  last: Told | undefined;
  wishes: Wishes;
  chances: Chances | undefined;
}

/**
 * The step of an obligation in a turn, as of the day. A separate card about the same subject counts as a reminder, and
 * excludes others on its day (R9: no second nag on the day of publication).
 */
function stepIn(context: Context, about: About, given: Turn): ReminderStep | undefined {
  const { obligation, day, last } = about;
  const { kind, subject, personId, due } = obligation;
  const card = ownCard(context, subject.key, personId);
  if (card?.isComing === true || card?.latest?.day === day) return undefined;
  const told = laterTold(last, card?.latest);
  if (isNudged(context, obligation, day, told)) return 'nudge';
  const cadence = cadenceOf(context, kind);
  if (due < day) return isRepeated(cadence, { ...about, last: told }, given) ? 'overdue' : undefined;
  const after = laterTold(given.after, card?.latest);
  const turn = after ? { ...given, after } : given;
  if (!hasStepIn(turn, cadence, obligation)) return undefined;
  return due === day ? 'onTheDay' : 'before';
}

/** Days that a nudge waits for its turn. */
const nudgeWaits = 14;

/** Nudged since its last reminder. */
function isNudged(context: Context, { kind, subject, personId, since }: Obligation, day: LocalDate, told?: Told) {
  const oldest = addDays(day, -nudgeWaits);
  const from = addDays(since > oldest ? since : oldest, -1);
  const after = told && told.day > from ? (told.at ?? told.day) : from;
  return nudgedAfter(context, personId, after).some((nudge) => nudge.kind === kind && nudge.subjectKey === subject.key);
}

/**
 * Whether an overdue obligation is due for a reminder in a turn: at once without a recent one, else after the interval.
 * The first repeat waits for the person's weekday, so that overdue work is gathered in one card a week.
 */
function isRepeated(cadence: Cadence, { obligation, day, last, wishes, chances }: About, { at }: Turn): boolean {
  const step = latestStep(cadence, obligation, at);
  if (step === undefined || step < obligation.due) return false;
  const apart = Math.max(leastApart, cadence.overdueEvery);
  const told = toldByThen(last?.day, obligation, wishes, chances);
  if (told === undefined || daysBetween(told, day) >= apart + leastApart) return true;
  const from = told <= obligation.due ? weeklyDay(wishes, day) : day;
  return daysBetween(told, from) >= apart;
}

/** For a future day: steps that could be sent before count as sent. */
function toldByThen(
  told: LocalDate | undefined,
  { kind, due, since }: Obligation,
  wishes: Wishes,
  chances: Chances | undefined,
): LocalDate | undefined {
  if (!chances) return told;
  const begins = latestDay(due, since);
  if (begins > chances.last) return told;
  const weekly = weeklyDay(wishes, chances.last);
  const isWeekly = wishes.rhythm === 'weekly' && !isLegallyRequired(kind);
  if (isWeekly && (weekly < chances.first || weekly < begins)) return told;
  const then = latestDay(begins, chances.first, weekly <= chances.last ? weekly : chances.first);
  return told === undefined || then > told ? then : told;
}

export const latestDay = (first: LocalDate, ...others: LocalDate[]): LocalDate =>
  others.reduce((one, other) => (one > other ? one : other), first);
