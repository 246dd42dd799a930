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
  /** The tab's path for doing it, e.g. `/policy`. */
  path: string;
}

/**
 * A person owes something by a date: the base of reminders, escalation and *Mine opgaver*. Obligations are derived by a
 * pure function from stored data and today's date, never stored (docs/domain.md).
 */
export interface Obligation extends Debt {
  personId: PersonId;
  /** The centre whose ISK and manager follow it up. Absent: the whole organisation. */
  centreId?: CentreId;
  /** `paused`: only the person can do it, and is on leave. */
  state: 'open' | 'done' | 'paused';
  /** Only this person can do it (read the policy, take a course). Never handed over. */
  personal: boolean;
  /** Why it passed to this person from another. */
  passed?: Passed;
}

/** Why an obligation is not with the person named for it. */
export interface Passed {
  reason: 'handedOver' | 'onLeave' | 'left' | 'vacant';
  /** Absent when no person is named. */
  from?: PersonId;
  /** The note to the receiver of a hand-over. */
  note?: string;
}

/** Who is responsible: a person, or the holders of a role (of a centre). */
export interface Responsible {
  personId?: PersonId;
  role?: AssignableRole;
  centreId?: CentreId;
}

/** Work that others can do for the one named. Leave, departure and hand-over decide whose obligation it is. */
export interface SharedWork extends Debt {
  centreId?: CentreId;
  state: 'open' | 'done';
  responsible: Responsible;
}

/** Adds the system, test or place to a title, to tell equal titles apart in a list. */
export const titleAbout = (title: string, about: string | undefined): string =>
  about === undefined || title.includes(about) ? title : `${title} – ${about}`;

export const isOverdue = (obligation: Pick<Obligation, 'state' | 'due'>, today: LocalDate): boolean =>
  obligation.state === 'open' && obligation.due < today;
