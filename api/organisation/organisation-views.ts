import type { z } from 'zod';
import type { Context } from '../context.ts';
import {
  assignableRoles,
  isCentreRole,
  missing,
  todayOf,
  type Actor,
  type AssignableRole,
  type CentreId,
} from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { appointmentState, isWithdrawn, standingOf } from './appointment.ts';
import { Centres, type Centre } from './centre-list.ts';
import type { AssignmentView, bodyView, CentreDetailView, centreView, OrganisationView } from './contract.ts';
import { freshnessOf } from './freshness.ts';
import { centreRef, centres, employees, employeesByName, isFormer, personRef } from './people.ts';
import { mayAssignRole, mayAssignRoles, mayNameDeputy, maySeeCentrePeople, maySeeAssignments } from './permissions.ts';
import { People } from './person-list.ts';
import { RoleAssignments, type RoleAssignment } from './role-assignment-list.ts';
import { roleHolders, type RoleHolder } from './roles.ts';
import { maySeeEveryEmployee } from './visible-employees.ts';
import { employeesWithoutCentre } from './without-centre.ts';
import { derivation } from '../derivation.ts';
import { compareDanish } from '../texts/format.ts';

type CentreRow = z.output<typeof centreView>;
type Body = z.output<typeof bodyView>;

/** Employees by centre today; people without one under `undefined`. */
const employeesByCentre = derivation(
  [People],
  (context) => {
    const counts = new Map<CentreId | undefined, number>();
    for (const { centreId } of employees(context)) counts.set(centreId, (counts.get(centreId) ?? 0) + 1);
    return counts;
  },
  (context) => todayOf(context.clock),
);

const bodies = assignableRoles.filter((role) => !isCentreRole(role));

export function organisationOf(context: Context, actor: Actor): OrganisationView {
  const holders = roleHolders(context);
  const inUse = centres(context);
  return {
    name: context.organisation.name,
    employees: employees(context).length,
    withoutCentre: mayAssignRoles(actor) ? employeesWithoutCentre(context).length : 0,
    bodies: bodies.map((role) => body(context, actor, holders, role)),
    centres: inUse.map((centre) => centreRow(context, holders, centre)),
    abilities: { assignRoles: mayAssignRoles(actor), seeWithoutCentre: maySeeEveryEmployee(actor) },
    freshness: freshnessOf(context, People, Centres, RoleAssignments),
  };
}

const body = (context: Context, actor: Actor, holders: readonly RoleHolder[], role: AssignableRole): Body => ({
  role,
  members: holders
    .filter(({ held }) => held.role === role)
    .map(({ person, assignment }) => ({
      ...personRef(context, person.key),
      ...(assignment
        ? {
            assignmentKey: assignment.key,
            startsOn: assignment.startsOn,
            ...lastDay(assignment),
            ...deputyOf(context, assignment),
            nameDeputy: mayNameDeputy(actor, assignment),
          }
        : undefined),
      chair: assignment?.chair ?? false,
      byGroup: !assignment,
    }))
    .sort((one, other) => Number(other.chair) - Number(one.chair) || compareDanish(one.name, other.name)),
});

const deputyOf = (context: Context, { deputyId }: RoleAssignment) =>
  deputyId === undefined
    ? {}
    : { deputy: { ...personRef(context, deputyId), ...(isFormer(context, deputyId) ? { left: true } : {}) } };

const lastDay = ({ endsOn }: RoleAssignment) => (endsOn === undefined ? {} : { endsOn });

function centreRow(context: Context, holders: readonly RoleHolder[], centre: Stored<Centre>): CentreRow {
  const holding = (role: AssignableRole) => [
    ...new Set(
      holders
        .filter(({ held }) => held.role === role && held.centreId === centre.key)
        .map(({ person }) => person)
        .sort((one, other) => compareDanish(one.title, other.title))
        .map(({ key }) => key),
    ),
  ];
  return {
    id: centre.key,
    title: centre.title,
    employees: employeesByCentre(context).get(centre.key as CentreId) ?? 0,
    managers: holding('centreManager').map((key) => personRef(context, key)),
    coordinators: holding('coordinator').map((key) => personRef(context, key)),
  };
}

/** One centre; its people only for permitted readers. Throws AppError `missing`. */
export function centreDetail(context: Context, actor: Actor, centreId: CentreId): CentreDetailView {
  const centre = context.list(Centres).get(centreId);
  if (!centre || centre.closed) throw missing('organisation.noSuchCentre');
  const history = maySeeAssignments(actor) || maySeeCentrePeople(actor, centreId);
  return {
    centre: centreRow(context, roleHolders(context), centre),
    assignments: assignmentsIn(context)
      .filter((one) => one.centreId === centreId)
      .map((one) => assignmentOf(context, actor, one))
      .filter(({ state }) => history || state === 'current'),
    ...(maySeeCentrePeople(actor, centreId) ? { people: peopleOf(context, centreId) } : {}),
    freshness: freshnessOf(context, People, Centres, RoleAssignments),
  };
}

const peopleOf = (context: Context, centreId: CentreId): CentreDetailView['people'] =>
  employeesByName(context)
    .filter(({ person }) => person.centreId === centreId)
    .map(({ person }) => ({
      ...personRef(context, person.key),
      ...(person.hiredOn === undefined ? {} : { hiredOn: person.hiredOn }),
      teams: person.teams,
    }));

/** Newest first. */
const assignmentsIn = (context: Context): Stored<RoleAssignment>[] =>
  [...context.list(RoleAssignments).all()].sort(
    (one, other) => other.startsOn.localeCompare(one.startsOn) || one.key.localeCompare(other.key),
  );

export const assignmentList = (context: Context, actor: Actor) => ({
  assignments: assignmentsIn(context).map((one) => assignmentOf(context, actor, one)),
  freshness: freshnessOf(context, RoleAssignments, People),
});

export function assignmentOf(context: Context, actor: Actor, assignment: Stored<RoleAssignment>): AssignmentView {
  const { key, role, chair, startsOn } = assignment;
  const centre = centreRef(context, assignment.centreId);
  const state = appointmentState(assignment, todayOf(context.clock));
  return {
    key,
    person: personRef(context, assignment.personId),
    role,
    ...(centre ? { centre } : {}),
    chair,
    ...deputyOf(context, assignment),
    startsOn,
    ...lastDay(assignment),
    state: standingOf(state, isFormer(context, assignment.personId)),
    withdrawn: isWithdrawn(assignment),
    decided: assignment.decisionKey !== undefined,
    abilities: {
      end: state !== 'ended' && mayAssignRole(actor, role),
      withdraw: state === 'future' && mayAssignRole(actor, role),
      nameDeputy: state !== 'ended' && mayNameDeputy(actor, assignment),
    },
  };
}
