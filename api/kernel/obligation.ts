import type { AssignableRole } from './actor.ts';
import type { LocalDate } from './dates.ts';
import type { CentreId, PersonId } from './ids.ts';

interface Debt {
  /** Predictable: the same debt has the same key on every derivation. */
  key: string;
  /** e.g. `acknowledgePolicy`; texts under `obligations.kind.<kind>`. */
  kind: string;
  /** What it is about, for the texts and the link. */
  subject: { key: string; title: string };
  due: LocalDate;
  /** Owed since this day. */
  since: LocalDate;
  /** Path in the tab where it is done, e.g. `/policy`. */
  path: string;
}

/**
 * Somebody owes something by a date: the one idea reminders, escalation and *Mine opgaver* know. Obligations are
 * derived by a pure function from what is stored and today's date, and never stored (docs/domain.md).
 */
export interface Obligation extends Debt {
  personId: PersonId;
  /** Where it counts: the ISK and manager of this centre follow it up. Absent: it is the whole organisation's. */
  centreId?: CentreId;
  /** `paused`: only the person can do it, and is on leave. */
  state: 'open' | 'done' | 'paused';
  /** Nobody else can do it: reading the policy, taking a course. It is never handed over. */
  personal: boolean;
  /** Why it is this person's, when it was somebody else's first. */
  passed?: Passed;
}

/** Why an obligation is not with the one who was named for it. */
export interface Passed {
  reason: 'handedOver' | 'onLeave' | 'left' | 'vacant';
  /** Who was named; absent when nobody is. */
  from?: PersonId;
  /** What was written to the receiver of a hand-over. */
  note?: string;
}

/** Who is named for a piece of work: a person, or whoever holds a role (of a centre). */
export interface Responsible {
  personId?: PersonId;
  role?: AssignableRole;
  centreId?: CentreId;
}

/** Work that anybody could do in place of the one named. Leave, departure and hand-over decide whose obligation it is. */
export interface SharedWork extends Debt {
  centreId?: CentreId;
  state: 'open' | 'done';
  responsible: Responsible;
}

/** What is to be done, and about which system, test or place: the same words about two things stand under each other. */
export const titleAbout = (title: string, about: string | undefined): string =>
  about === undefined || title.includes(about) ? title : `${title} – ${about}`;

export const isOverdue = (obligation: Pick<Obligation, 'state' | 'due'>, today: LocalDate): boolean =>
  obligation.state === 'open' && obligation.due < today;
