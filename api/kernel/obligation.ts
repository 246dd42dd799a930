import type { LocalDate } from './dates.ts';
import type { PersonId } from './ids.ts';

/**
 * Somebody owes something by a date: the one idea reminders, escalation and *Mine opgaver* know. Obligations are
 * derived by a pure function from what is stored and today's date, and never stored (docs/domain.md).
 */
export interface Obligation {
  /** Predictable: the same debt has the same key on every derivation. */
  key: string;
  /** e.g. `acknowledgePolicy`; texts under `obligation.<kind>`. */
  kind: string;
  personId: PersonId;
  /** What it is about, for the texts and the link. */
  subject: { key: string; title: string };
  due: LocalDate;
  /** Owed since this day. */
  since: LocalDate;
  state: 'open' | 'done';
  /** Path in the tab where it is done, e.g. `/policy`. */
  path: string;
}

export const isOverdue = (obligation: Obligation, today: LocalDate): boolean =>
  obligation.state === 'open' && obligation.due < today;
