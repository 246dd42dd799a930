import {
  holds,
  holdsFor,
  isCentreRole,
  type Actor,
  type AssignableRole,
  type CentreId,
  type PersonId,
  type Role,
} from '../kernel/index.ts';

/** First doors of the routes; the sentences below decide about the thing itself. Default is no. */
export const appointers = ['ciso', 'securityTeam', 'executiveBoard'] as const satisfies readonly Role[];
export const assignmentReaders = [...appointers, 'securityCommittee', 'auditor'] as const satisfies readonly Role[];
/**
 * Colleagues by name, job title and centre, as Teams shows them to everybody: whoever owes something may hand it over,
 * and finds here to whom (R7).
 */
export const peopleFinders = 'everyone';
const centrePeopleReaders = ['centreManager', 'coordinator'] as const satisfies readonly Role[];

/**
 * Who records which appointment: Direktionen the committee and the CISO (R11), the CISO every role, and the team those
 * who answer for a centre. What an appointment gives nobody gives to themselves (`mayAppoint`).
 */
export const mayAssignRole = (actor: Actor, role: AssignableRole): boolean =>
  holds(actor, 'ciso') ||
  (holds(actor, 'executiveBoard') && (role === 'ciso' || role === 'securityCommittee')) ||
  (holds(actor, 'securityTeam') && isCentreRole(role));

/** Roles in which somebody decides, or records what was decided, and is missed while on leave. */
const rolesWithDeputy: readonly AssignableRole[] = [
  ...(['executiveBoard', 'corporateManagement', 'securityCommittee', 'ciso', 'securityTeam'] as const),
  ...(['centreManager', 'councilSecretary'] as const),
];
/** The holder names the own deputy, and so does whoever appoints for the role. */
export const mayNameDeputy = (
  actor: Actor,
  { personId, role }: { personId: PersonId; role: AssignableRole },
): boolean => rolesWithDeputy.includes(role) && (personId === actor.personId || mayAssignRole(actor, role));

export const mayAssignRoles = (actor: Actor): boolean => holds(actor, ...appointers);

/** Appointments, with those to come and those ended. */
export const maySeeAssignments = (actor: Actor): boolean => holds(actor, ...assignmentReaders);

/** The names of a centre's people: its manager and ISKs, the team, the CISO and the auditor. */
export const maySeeCentrePeople = (actor: Actor, centreId: CentreId): boolean =>
  holds(actor, 'ciso', 'securityTeam', 'auditor') || holdsFor(actor, centreId, ...centrePeopleReaders);

/** Health, sync and set-aside items: who keeps it running, and the auditor. Nothing can be changed there. */
export const operationsReaders = ['ciso', 'securityTeam', 'auditor'] as const satisfies readonly Role[];
export const maySeeOperations = (actor: Actor): boolean => holds(actor, ...operationsReaders);
