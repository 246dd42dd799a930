import { compareText, type LocalDate, type Obligation, type PersonId } from '../kernel/index.ts';
import type { OverdueIn } from '../obligations/index.ts';

/** Why a digest has an obligation. */
export type ReminderStep = 'before' | 'onTheDay' | 'overdue' | 'nudge';

/** One obligation of the person. Without a step it is included because a digest is sent anyway. */
export interface DigestLine {
  obligation: Obligation;
  step?: ReminderStep;
}

/** Why a person is informed of others' work. */
export type EscalationLevel = 'coordinator' | 'manager' | 'committee';

/** A centre's overdue work, for those who follow it up (R15, R16) once a week; largest groups first. */
export interface Escalation extends OverdueIn {
  level: EscalationLevel;
}

/** The one card of a person on a day. */
export interface Digest {
  day: LocalDate;
  personId: PersonId;
  lines: readonly DigestLine[];
  /** The number in _Mine opgaver_: work that can wait or was mentioned within a week has no line. */
  open: number;
  escalations: readonly Escalation[];
}

/** Longest overdue first, in a stable order. */
export const byDue = (one: Obligation, other: Obligation): number =>
  compareText(one.due, other.due) ||
  compareText(one.subject.title, other.subject.title) ||
  compareText(one.key, other.key);
