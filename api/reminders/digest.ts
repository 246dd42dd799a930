import type { LocalDate, Obligation, PersonId } from '../kernel/index.ts';
import type { OverdueIn } from '../obligations/index.ts';

/** Why an obligation stands in a digest. */
export type ReminderStep = 'before' | 'onTheDay' | 'overdue' | 'nudge';

/** One thing the person owes. Without a step nothing falls for it now: it stands along because a digest goes anyway. */
export interface DigestLine {
  obligation: Obligation;
  step?: ReminderStep;
}

/** In which capacity somebody is told what others owe. */
export type EscalationLevel = 'coordinator' | 'manager' | 'committee';

/** All that is overdue in a centre, told to whoever follows it up (R15, R16) once a week; the largest groups first. */
export interface Escalation extends OverdueIn {
  level: EscalationLevel;
}

/** The one card that a person gets on a day. */
export interface Digest {
  day: LocalDate;
  personId: PersonId;
  lines: readonly DigestLine[];
  /** As many as _Mine opgaver_ shows: what may wait, and what was told within a week, stands in no line. */
  open: number;
  escalations: readonly Escalation[];
}

/** Longest overdue first, and always in the same order. */
export const byDue = (one: Obligation, other: Obligation): number =>
  compare(one.due, other.due) || compare(one.subject.title, other.subject.title) || compare(one.key, other.key);
const compare = (one: string, other: string): number => Number(one > other) - Number(one < other);
