import {
  isCentreRole,
  localDate,
  stableKey,
  type AssignableRole,
  type CentreId,
  type LocalDate,
  type PersonId,
} from '../../api/kernel/index.ts';
import { Centres, type Centre } from '../../api/organisation/centre-list.ts';
import { People } from '../../api/organisation/person-list.ts';
import { RoleAssignments, type RoleAssignment } from '../../api/organisation/role-assignment-list.ts';
import { PolicyVersions } from '../../api/policy/index.ts';
import type { World } from '../emulator/world.ts';
import { isoMoment } from './calendar.ts';
import { guid } from './dice.ts';
import { fillDirectory, inserter } from './fill-world.ts';
import { personRecord } from './organisation.ts';
import type { DeskPerson } from './people.ts';
import { policyTexts } from './policy-texts.ts';
import { compareDanish } from '../../api/texts/format.ts';

/** A person from the municipality's list. */
export interface GivenPerson {
  name: string;
  /** Also the sign-in name, and what `manager` refers to. */
  mail: string;
  jobTitle?: string;
  department: string;
  centre: string;
  manager?: string;
  hiredOn?: LocalDate;
  roles: readonly { role: AssignableRole; centre?: string; chair: boolean }[];
  teams: boolean;
  language: 'da' | 'en';
}

/**
 * Fills an empty world, after provisioning, with a municipality's own people, their centres and roles. The policy is an
 * unpublished draft, so that everything can be tried from the start.
 */
export function seedImported(world: World, given: readonly GivenPerson[]): Readonly<Record<string, number>> {
  const now = world.clock.now();
  const today = localDate(now);
  const idOf = (mail: string) => guid(`imported ${mail}`);
  const centres = centresOf(given);
  const keyOf = new Map(centres.map(({ key, title }) => [title, key]));
  const people = given.map((person): DeskPerson => ({
    id: idOf(person.mail),
    name: person.name,
    upn: person.mail,
    jobTitle: person.jobTitle ?? '',
    department: person.department,
    ...optionalCentre(keyOf.get(person.centre)),
    ...(person.manager === undefined ? {} : { managerId: idOf(person.manager) }),
    ...(person.hiredOn === undefined ? {} : { hiredOn: person.hiredOn }),
    removed: false,
    teams: person.teams,
    appInstalled: person.teams,
    botBlocked: false,
    language: person.language,
  }));
  const { items, insert } = inserter(world);
  world.directory.inBulk(() => {
    insert(Centres, centres);
    insert(People, people.map(personRecord));
    insert(
      RoleAssignments,
      given.flatMap((person) => assignmentsOf(person, idOf(person.mail) as PersonId, keyOf, today)),
    );
    insert(PolicyVersions, [{ ...policyTexts.draft, state: 'draft', effectiveOn: today, draftedAt: isoMoment(now) }]);
    fillDirectory(world, people);
  });
  return items;
}

const optionalCentre = (centre: string | undefined) => (centre === undefined ? {} : { centre });
/** The centres named, with their people's departments, by name. */
function centresOf(given: readonly GivenPerson[]): Centre[] {
  const departments = new Map<string, Set<string>>();
  for (const { centre, department } of given) {
    const known = departments.get(centre);
    if (known) known.add(department);
    else departments.set(centre, new Set([department]));
  }
  const names = [...departments.keys()].sort((one, other) => compareDanish(one, other));
  return names.map((title, index) => ({
    key: stableKey('centre', title),
    title,
    departments: [...(departments.get(title) ?? [])].sort((one, other) => compareDanish(one, other)),
    position: index + 1,
    closed: false,
  }));
}

function assignmentsOf(
  person: GivenPerson,
  personId: PersonId,
  keyOf: ReadonlyMap<string, string>,
  today: LocalDate,
): RoleAssignment[] {
  return person.roles.map(({ role, centre = person.centre, chair }) => {
    const centreId = isCentreRole(role) ? (keyOf.get(centre) as CentreId | undefined) : undefined;
    return {
      key: stableKey('role', personId, role, ...(centreId === undefined ? [] : [centreId])),
      title: `${person.name}: ${role}`.slice(0, 255),
      personId,
      role,
      ...(centreId === undefined ? {} : { centreId }),
      startsOn: today,
      chair,
    };
  });
}
