/** The organisation: centres, people and who holds which role (R11, R15, R16). Stands below every other feature. */
export { Centres, type Centre } from './centre-list.ts';
export { People, type Person } from './person-list.ts';
export { RoleAssignments, RoleGroups, type RoleAssignment, type RoleGroup } from './role-assignment-list.ts';
export { fold, foldedMatch } from './fold.ts';
export { freshnessOf } from './freshness.ts';
export { backSince, centreOn, isAway, isEmployed, lastLeaveDay, leaveOf, mostLeaveDays } from './person.ts';
export {
  centreRef,
  centres,
  employees,
  employeesByName,
  everybodyByName,
  findPerson,
  languageKnown,
  personRef,
} from './people.ts';
export { actorOf, coordinatorsOf, managersOf, roleHolders, rolesOf, type RoleHolder } from './roles.ts';
export { assignRole, type AssignRole } from './assign-role.ts';
export { endRole } from './end-role.ts';
export { nameDeputy } from './name-deputy.ts';
export { continueAppointments } from './record-appointment.ts';
export { findPeople } from './find-people.ts';
export { organisationRoutes } from './routes.ts';
export { obligationViewOf, type Mine } from './me-view.ts';
export { mayAssignRole, mayAssignRoles, maySeeOperations, operationsReaders } from './permissions.ts';
export { seatsOf, type Seat } from './seats.ts';
