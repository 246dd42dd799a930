import {
  assignableRoles,
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
export const wheelReaders = assignableRoles satisfies readonly Role[];
export const wheelEditors = ['ciso', 'securityTeam', 'securityCommittee'] as const satisfies readonly Role[];

const wholeReaders = [
  ...wheelEditors,
  'corporateManagement',
  'executiveBoard',
  'auditor',
] as const satisfies readonly Role[];

/** The committee prepares the wheel, the team and the CISO keep it (R12, R14). */
export const mayEditWheel = (actor: Actor): boolean => holds(actor, ...wheelEditors);
/** What is done when, and how far it is: whoever has a part in the work; other employees see what is theirs in Mine opgaver. */
export const maySeeWheel = (actor: Actor): boolean => holds(actor, ...wheelReaders);

/** Whose a task is: what its activity says, its centre, and whom leave and hand-over have made it today. */
export interface TaskOwners {
  role: AssignableRole;
  personId?: PersonId | undefined;
  centreId?: CentreId | undefined;
  responsible?: PersonId | undefined;
}

const isResponsible = (actor: Actor, { personId, responsible }: TaskOwners): boolean =>
  actor.personId === responsible || actor.personId === personId;

/** Byrådet decides in meetings; its secretary records what it decided (R10). */
const holdsRole = (actor: Actor, { role, centreId }: TaskOwners): boolean =>
  isCentreRole(role)
    ? holdsFor(actor, centreId, role)
    : holds(actor, role) || (role === 'cityCouncil' && holds(actor, 'councilSecretary'));

/** Begin, note, tick and complete: the responsible, the role's members, and a centre's own ISK and manager. */
export const mayDoTask = (actor: Actor, task: TaskOwners): boolean =>
  isResponsible(actor, task) ||
  holdsRole(actor, task) ||
  holdsFor(actor, task.centreId, 'coordinator', 'centreManager');
/** Another date or not this time: who keeps the wheel, and the responsible. */
export const mayMoveTask = (actor: Actor, task: TaskOwners): boolean =>
  mayEditWheel(actor) || isResponsible(actor, task);
export const mayReopenTask = (actor: Actor, task: TaskOwners): boolean => mayEditWheel(actor) || mayDoTask(actor, task);
/**
 * What somebody has written about it: those whose task it is and those who answer for the whole; of what is no centre's,
 * whoever sees the wheel.
 */
export const maySeeTask = (actor: Actor, task: TaskOwners): boolean =>
  holds(actor, ...wholeReaders) || mayDoTask(actor, task) || (task.centreId === undefined && maySeeWheel(actor));
