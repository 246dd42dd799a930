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

/** Roles that the routes admit; the permissions below decide per record. Default is no. */
export const wheelReaders = assignableRoles satisfies readonly Role[];
export const wheelEditors = ['ciso', 'securityTeam', 'securityCommittee'] as const satisfies readonly Role[];

const wholeReaders = [
  ...wheelEditors,
  'corporateManagement',
  'executiveBoard',
  'auditor',
] as const satisfies readonly Role[];

/** The committee prepares the wheel, the team and the CISO edit it (R12, R14). */
export const mayEditWheel = (actor: Actor): boolean => holds(actor, ...wheelEditors);
/** Schedule and progress: for everybody with a role; other employees see their tasks in Mine opgaver. */
export const maySeeWheel = (actor: Actor): boolean => holds(actor, ...wheelReaders);

/** A task's owners: by its activity, its centre, and today's leave and hand-over. */
export interface TaskOwners {
  role: AssignableRole;
  personId?: PersonId | undefined;
  centreId?: CentreId | undefined;
  responsible?: PersonId | undefined;
}

const isResponsible = (actor: Actor, { personId, responsible }: TaskOwners): boolean =>
  actor.personId === responsible || actor.personId === personId;

/** Byrådet decides in meetings; its secretary records the decision (R10). */
const holdsRole = (actor: Actor, { role, centreId }: TaskOwners): boolean =>
  isCentreRole(role)
    ? holdsFor(actor, centreId, role)
    : holds(actor, role) || (role === 'cityCouncil' && holds(actor, 'councilSecretary'));

/** Start, note, tick and complete: the responsible, the role's members, and a centre's ISK and manager. */
export const mayDoTask = (actor: Actor, task: TaskOwners): boolean =>
  isResponsible(actor, task) ||
  holdsRole(actor, task) ||
  holdsFor(actor, task.centreId, 'coordinator', 'centreManager');
/** Moves and cancels: editors of the wheel, and the responsible. */
export const mayMoveTask = (actor: Actor, task: TaskOwners): boolean =>
  mayEditWheel(actor) || isResponsible(actor, task);
export const mayReopenTask = (actor: Actor, task: TaskOwners): boolean => mayEditWheel(actor) || mayDoTask(actor, task);
/** Reads notes: the task's owners and those responsible for the whole; without a centre, all readers of the wheel. */
export const maySeeTask = (actor: Actor, task: TaskOwners): boolean =>
  holds(actor, ...wholeReaders) || mayDoTask(actor, task) || (task.centreId === undefined && maySeeWheel(actor));
