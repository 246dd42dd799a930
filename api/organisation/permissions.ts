import {
  centresOf,
  holds,
  holdsFor,
  isCentreRole,
  type Actor,
  type AssignableRole,
  type CentreId,
  type PersonId,
  type Role,
} from '../kernel/index.ts';

/** Roles a route admits; the permissions below decide per record. Default is no. */
export const appointers = ['ciso', 'securityTeam', 'executiveBoard'] as const satisfies readonly Role[];
export const assignmentReaders = [...appointers, 'securityCommittee', 'auditor'] as const satisfies readonly Role[];
/**
 * Colleagues by name, job title and centre, as Teams shows them to everybody: needed to choose the receiver of a
 * hand-over (R7).
 */
export const peopleFinders = 'everyone';
const centrePeopleReaders = ['centreManager', 'coordinator'] as const satisfies readonly Role[];

/**
 * Who records which appointment: Direktionen the committee and the CISO (R11), the CISO every role, and the team the
 * roles of a centre. Self-appointment is excluded (`mayAppoint`).
 */
export const mayAssignRole = (actor: Actor, role: AssignableRole): boolean =>
  holds(actor, 'ciso') ||
  (holds(actor, 'executiveBoard') && (role === 'ciso' || role === 'securityCommittee')) ||
  (holds(actor, 'securityTeam') && isCentreRole(role));

/** Roles that decide, or record decisions, and need a deputy during leave. */
const rolesWithDeputy: readonly AssignableRole[] = [
  ...(['executiveBoard', 'corporateManagement', 'securityCommittee', 'ciso', 'securityTeam'] as const),
  ...(['centreManager', 'councilSecretary'] as const),
];
/** Holders name their own deputy, and so do those who may appoint to the role. */
export const mayNameDeputy = (
  actor: Actor,
  { personId, role }: { personId: PersonId; role: AssignableRole },
): boolean => rolesWithDeputy.includes(role) && (personId === actor.personId || mayAssignRole(actor, role));

export const mayAssignRoles = (actor: Actor): boolean => holds(actor, ...appointers);

/** Current, future and past appointments. */
export const maySeeAssignments = (actor: Actor): boolean => holds(actor, ...assignmentReaders);

/** Writes for the whole organisation. */
export const wholeKeepers = ['ciso', 'securityTeam'] as const satisfies readonly Role[];
export const keepsAll = (actor: Actor): boolean => holds(actor, ...wholeKeepers);

/** Centres that the actor writes for, as manager or ISK. */
export const managedCentres = (actor: Actor): CentreId[] => centresOf(actor, 'centreManager', 'coordinator');

/** The names of a centre's people: its manager and ISKs, the team, the CISO and the auditor. */
export const maySeeCentrePeople = (actor: Actor, centreId: CentreId): boolean =>
  holds(actor, 'ciso', 'securityTeam', 'auditor') || holdsFor(actor, centreId, ...centrePeopleReaders);

/** Health, sync and set-aside items: the operators and the auditor. Read-only. */
export const operationsReaders = ['ciso', 'securityTeam', 'auditor'] as const satisfies readonly Role[];
export const maySeeOperations = (actor: Actor): boolean => holds(actor, ...operationsReaders);
