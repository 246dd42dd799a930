import type { CentreId, LocalDate, Obligation, PersonId } from '../kernel/index.ts';

/** Why an obligation stands in a digest. */
export type ReminderStep = 'before' | 'onTheDay' | 'overdue' | 'nudge' | 'escalation';

/** One thing the person owes. Without a step nothing falls for it now: it stands along because a digest goes anyway. */
export interface DigestLine {
  obligation: Obligation;
  step?: ReminderStep;
}

/** In which capacity somebody is told what others owe. */
export type EscalationLevel = 'coordinator' | 'manager' | 'committee';

/** What others owe and have not done, told to whoever follows it up (R15, R16); longest overdue first. */
export interface Escalation {
  level: EscalationLevel;
  /** Absent: the whole organisation's. */
  centreId?: CentreId;
  obligations: readonly Obligation[];
}

/** The one card that a person gets on a day. */
export interface Digest {
  day: LocalDate;
  personId: PersonId;
  lines: readonly DigestLine[];
  escalations: readonly Escalation[];
}

/** Longest overdue first, and always in the same order. */
export const byDue = (one: Obligation, other: Obligation): number =>
  compare(one.due, other.due) || compare(one.subject.title, other.subject.title) || compare(one.key, other.key);
const compare = (one: string, other: string): number => Number(one > other) - Number(one < other);
