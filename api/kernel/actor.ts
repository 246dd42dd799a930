import { localDate, nowOf, within, type Clock, type Instant, type LocalDate } from './dates.ts';
import type { CentreId, PersonId } from './ids.ts';
import type { Language } from './language.ts';

/** The organisation's roles, as in `docs/domain.md`. `employee` is everyone and never assigned. */
export const assignableRoles = [
  'cityCouncil',
  'executiveBoard',
  'corporateManagement',
  'securityCommittee',
  'ciso',
  'securityTeam',
  'centreManager',
  'coordinator',
  'councilSecretary',
  'auditor',
] as const;
export type AssignableRole = (typeof assignableRoles)[number];
export type Role = AssignableRole | 'employee';

/** Roles that answer for one centre each; the others reach the whole organisation. */
const centreRoles = ['centreManager', 'coordinator'] as const satisfies readonly AssignableRole[];
export const isCentreRole = (role: Role): role is (typeof centreRoles)[number] =>
  role === 'centreManager' || role === 'coordinator';

/** A role held now. `centreId` is set exactly for centre roles. */
export interface HeldRole {
  role: AssignableRole;
  centreId?: CentreId;
}

/** The acting person and the roles held now (expired assignments excluded). */
export interface Actor {
  personId: PersonId;
  name: string;
  language: Language;
  centreId?: CentreId;
  roles: readonly HeldRole[];
  /** Names one press of a button, the same at each repeat of it: see `repeatableKey`. */
  idempotencyKey?: string;
  /** When the actor pressed, if earlier than now. Deadlines count from the press. */
  pressedAt?: Instant;
  /** The chat message whose button was pressed, while it exists. */
  pressedCard?: string;
}

/** When the actor did it: the press, or now. */
export const saidAt = (clock: Clock, { pressedAt }: Pick<Actor, 'pressedAt'>): Instant => pressedAt ?? nowOf(clock);
/** Danish day of it. */
export const saidOn = (clock: Clock, actor: Actor): LocalDate => localDate(saidAt(clock, actor));

export const holds = (actor: Actor, ...roles: Role[]): boolean =>
  roles.includes('employee') || actor.roles.some((held) => roles.includes(held.role));

export const holdsFor = (actor: Actor, centreId: CentreId | undefined, ...roles: Role[]): boolean =>
  centreId !== undefined && actor.roles.some((held) => roles.includes(held.role) && held.centreId === centreId);

/** The centres where the actor holds one of the roles. */
export const centresOf = (actor: Actor, ...roles: Role[]): CentreId[] => [
  ...new Set(actor.roles.flatMap((held) => (held.centreId && roles.includes(held.role) ? [held.centreId] : []))),
];

/** An assignment gives its role only between its dates (both included). */
export const inForce = (
  assignment: { startsOn: LocalDate; endsOn?: LocalDate | undefined },
  today: LocalDate,
): boolean => within(today, assignment.startsOn, assignment.endsOn);
