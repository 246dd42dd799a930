import type { Context } from '../context.ts';
import { contextPart } from '../context-part.ts';
import { derivation } from '../derivation.ts';
import {
  inForce,
  isCentreRole,
  todayOf,
  type Actor,
  type AssignableRole,
  type CentreId,
  type HeldRole,
  type PersonId,
} from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { isAway, isEmployed } from './person.ts';
import { employees, findPerson } from './people.ts';
import { People, type Person } from './person-list.ts';
import { exOfficioOf, officeHolders, type ExOfficio } from './ex-officio.ts';
import { RoleAssignments, type RoleAssignment } from './role-assignment-list.ts';
import { rolesStoodInFor, standsInFor } from './stand-in.ts';
import { compareDanish } from '../texts/format.ts';

const today = (context: Context) => todayOf(context.clock);

/** Assignments in force today by person. */
const assignmentsToday = derivation(
  [RoleAssignments],
  (context) => {
    const day = today(context);
    const found = new Map<PersonId, Stored<RoleAssignment>[]>();
    for (const assignment of context.list(RoleAssignments).all()) {
      if (!inForce(assignment, day)) continue;
      const known = found.get(assignment.personId);
      if (known) known.push(assignment);
      else found.set(assignment.personId, [assignment]);
    }
    return found;
  },
  today,
);

/** Roles held today by a decision of Direktionen. */
const composedToday = derivation(
  [RoleAssignments],
  (context): ReadonlySet<AssignableRole> =>
    new Set(
      [...assignmentsToday(context).values()]
        .flat()
        .flatMap(({ role, decisionKey }) => (decisionKey === undefined ? [] : [role])),
    ),
  today,
);

interface RoleAt {
  role: AssignableRole;
  centreId?: CentreId | undefined;
}

/** A centre role without a centre is void; other roles never have one. */
function heldRole(given: RoleAt): HeldRole | undefined {
  if (!isCentreRole(given.role)) return { role: given.role };
  return given.centreId === undefined ? undefined : { role: given.role, centreId: given.centreId };
}
const same = (one: RoleAt, other: RoleAt) => one.role === other.role && one.centreId === other.centreId;

/** The roles a person holds today, by assignment, by group and by office (R11), each once. None unless employed. */
export function rolesOf(context: Context, personId: PersonId): readonly HeldRole[] {
  const person = findPerson(context, personId);
  if (!person || !isEmployed(person, today(context))) return [];
  const given = [...(assignmentsToday(context).get(personId) ?? []), ...(context.groupRoles?.(personId) ?? [])];
  return [...given, ...exOfficioOf(given, composedToday(context))].reduce<HeldRole[]>((kept, one) => {
    const held = heldRole(one);
    return !held || kept.some((known) => same(known, held)) ? kept : [...kept, held];
  }, []);
}

/** A person's own roles and those of a colleague they stand in for today, each once. */
function actingRoles(context: Context, personId: PersonId): readonly HeldRole[] {
  const own = rolesOf(context, personId);
  const others = rolesStoodInFor(context, personId, today(context), (colleague) => rolesOf(context, colleague));
  return others.reduce<readonly HeldRole[]>(
    (kept, one) => (kept.some((known) => same(known, one)) ? kept : [...kept, one]),
    own,
  );
}

/**
 * The actor with the current roles. `undefined` unless employed (left, or not hired yet), whatever roles are recorded.
 */
export function actorOf(context: Context, personId: PersonId): Actor | undefined {
  const person = findPerson(context, personId);
  if (!person || !isEmployed(person, today(context))) return undefined;
  return {
    personId,
    name: person.title,
    language: person.language,
    ...(person.centreId === undefined ? {} : { centreId: person.centreId }),
    roles: actingRoles(context, personId),
  };
}

/** The colleague on leave whom a person deputises for at a centre today; undefined for a person with a role there. */
export function deputyFor(context: Context, personId: PersonId, centreId: string | undefined): PersonId | undefined {
  const isThere = (holder: PersonId) =>
    rolesOf(context, holder).some((held) => held.centreId !== undefined && held.centreId === centreId);
  if (centreId === undefined || isThere(personId)) return undefined;
  return standsInFor(context, personId, today(context))
    .map(({ key }) => key as PersonId)
    .find(isThere);
}

export interface RoleHolder {
  person: Stored<Person>;
  held: HeldRole;
  /** The source assignment; absent for roles by group or office. */
  assignment?: Stored<RoleAssignment>;
  /** The office it follows from (R11). */
  office?: ExOfficio['office'];
}

/** All role holders today, by assignment (first), by group and by office. */
export const roleHolders = (context: Context): readonly RoleHolder[] => holdersNow(context).all;

interface Holders {
  /** The inputs of the cache; it is rebuilt when one changes. */
  madeOf: readonly unknown[];
  all: readonly RoleHolder[];
  /** By role and centre, those at work before those on leave; filled on demand. */
  atCentre: Map<string, readonly Stored<Person>[]>;
}
const holdersCache = contextPart<Holders>('organisation/roles');

/** Cached: every answer about centres asks for every centre. */
function holdersNow(context: Context): Holders {
  const groups = context.groupRoleHolders?.();
  const madeOf = [assignedHolders(context), groups, context.list(People).version, today(context)];
  const known = holdersCache.get(context);
  // Roles that can only be asked per person may change undetected.
  const isTold = groups !== undefined || context.groupRoles === undefined;
  if (isTold && known?.madeOf.every((part, place) => Object.is(part, madeOf[place])) === true) return known;
  const made = { madeOf, all: allHolders(context), atCentre: new Map<string, readonly Stored<Person>[]>() };
  holdersCache.set(context, made);
  return made;
}

function allHolders(context: Context): readonly RoleHolder[] {
  const found = assignedHolders(context);
  const byGroup = groupMembers(context).flatMap(([person, given]) =>
    given.flatMap((one): RoleHolder[] => {
      const held = heldRole(one);
      const known = found.some((holder) => held && holder.person.key === person.key && same(holder.held, held));
      return !held || known ? [] : [{ person, held }];
    }),
  );
  const given = byGroup.length === 0 ? found : [...found, ...byGroup];
  const byOffice = officeHolders(given, composedToday(context));
  return byOffice.length === 0 ? given : [...given, ...byOffice];
}

/** Employed members of mapped groups with their roles. */
function groupMembers(context: Context): (readonly [Stored<Person>, readonly HeldRole[]])[] {
  if (!context.groupRoleHolders && !context.groupRoles) return [];
  if (!context.groupRoleHolders)
    return employees(context).map((person) => [person, context.groupRoles?.(person.key as PersonId) ?? []] as const);
  const day = today(context);
  return [...context.groupRoleHolders()].flatMap(([personId, given]) => {
    const person = findPerson(context, personId);
    return person && isEmployed(person, day) ? [[person, given] as const] : [];
  });
}

/** The roles one person holds today, with their assignments. */
export function heldBy(context: Context, personId: PersonId): readonly RoleHolder[] {
  const person = findPerson(context, personId);
  const assignments = assignmentsToday(context).get(personId) ?? [];
  return !person
    ? []
    : rolesOf(context, personId).map((held) => {
        const assignment = assignments.find((one) => one.role === held.role && (!held.centreId || same(one, held)));
        return assignment ? { person, held, assignment } : { person, held };
      });
}

const assignedHolders: (context: Context) => readonly RoleHolder[] = derivation(
  [RoleAssignments, People],
  (context) =>
    [...assignmentsToday(context).values()].flat().flatMap((assignment): RoleHolder[] => {
      const person = findPerson(context, assignment.personId);
      const held = heldRole(assignment);
      return person && held && isEmployed(person, today(context)) ? [{ person, held, assignment }] : [];
    }),
  today,
);

function holdersFor(context: Context, role: AssignableRole, centreId: CentreId | undefined): Stored<Person>[] {
  if (centreId === undefined) return [];
  const { all, atCentre } = holdersNow(context);
  const key = `${role} ${centreId}`;
  const known = atCentre.get(key) ?? inOrderOf(context, all, role, centreId);
  atCentre.set(key, known);
  return [...known];
}

function inOrderOf(
  context: Context,
  holders: readonly RoleHolder[],
  role: AssignableRole,
  centreId: CentreId,
): Stored<Person>[] {
  const people = holders
    .filter(({ held }) => held.role === role && held.centreId === centreId)
    .map(({ person }) => person);
  const unique = [...new Map(people.map((person) => [person.key, person])).values()];
  const day = today(context);
  return unique.sort(
    (one, other) => Number(isAway(one, day)) - Number(isAway(other, day)) || compareDanish(one.title, other.title),
  );
}

/** The ISKs of a centre (R16), those at work first. Empty without appointment. */
export const coordinatorsOf = (context: Context, centreId: CentreId | undefined): Stored<Person>[] =>
  holdersFor(context, 'coordinator', centreId);

/** The managers of a centre (R15). */
export const managersOf = (context: Context, centreId: CentreId | undefined): Stored<Person>[] =>
  holdersFor(context, 'centreManager', centreId);

/** Whether a person holds a role of the centre today, directly or as deputy. From memory. */
export const holdsRoleAt = (context: Context, personId: PersonId, centreId: CentreId): boolean =>
  actingRoles(context, personId).some((held) => held.centreId === centreId);
