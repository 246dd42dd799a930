/** The organisation: centres, people and who holds which role (R11, R15, R16). Below every other feature. */
export { Centres, type Centre } from './centre-list.ts';
export { People, type Person } from './person-list.ts';
export { RoleAssignments, RoleGroups, type RoleAssignment, type RoleGroup } from './role-assignment-list.ts';
export { fold, foldedMatch } from '../kernel/index.ts';
export {
  employeeCentres,
  employeeReaders,
  mayName,
  maySeeEmployeesOf,
  maySeeEveryEmployee,
} from './visible-employees.ts';
export { departmentClaims, departmentKey } from './departments.ts';
export { freshnessOf } from './freshness.ts';
export {
  centreOn,
  isAway,
  isEmployed,
  lastLeaveDay,
  leaveOf,
  leavesOf,
  mostLeaveDays,
  readySince,
  type Leaves,
} from './person.ts';
export {
  centreRef,
  centreTitles,
  centres,
  employees,
  everybodyByName,
  everybodyByNameInTurn,
  findPerson,
  hasLeft,
  isFormer,
  languageKnown,
  personRef,
} from './people.ts';
export { byOffice } from './ex-officio.ts';
export {
  actorOf,
  coordinatorsOf,
  deputyFor,
  managersOf,
  roleHolders,
  holdsRoleAt,
  rolesOf,
  type RoleHolder,
} from './roles.ts';
export { assignRole } from './assign-role.ts';
export { bringBackEnded, continueBringingBack, isDecisionWithdrawn } from './bring-back-ended.ts';
export { endRole } from './end-role.ts';
export { giveDecidedRoles } from './give-decided-roles.ts';
export { appointmentState, standingOf } from './appointment.ts';
export { nameDeputy } from './name-deputy.ts';
export { continueAppointments } from './record-appointment.ts';
export { employeesWithoutCentre } from './without-centre.ts';
export { findPeople } from './find-people.ts';
export { organisationRoutes } from './routes.ts';
export { centreElsewhere, obligationViewOf, ownObligationView, type Mine } from './me-view.ts';
export { mayAssignRole, maySeeOperations, operationsReaders } from './permissions.ts';
export { seatsOf, type Seat } from './seats.ts';
export { standInOf } from './stand-in.ts';
export { transferable, isToGive, refusalOf, type Transferable, type Transfer } from './transfer.ts';
export { deputyTransfer, roleTransfer } from './role-transfers.ts';
export { discardedBy, refusedBy } from './refused-by.ts';
