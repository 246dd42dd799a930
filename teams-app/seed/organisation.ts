import { addDays, stableKey, type CentreId, type LocalDate, type PersonId } from '../../api/kernel/index.ts';
import type { Centre } from '../../api/organisation/centre-list.ts';
import type { Person } from '../../api/organisation/person-list.ts';
import type { RoleAssignment, RoleGroup } from '../../api/organisation/role-assignment-list.ts';
import { seedCentres } from './centres.ts';
import { guid } from './dice.ts';
import { keyPeople } from './key-people.ts';
import type { DeskPerson, SeedPerson } from './people.ts';

export const centreRecords = (): Centre[] =>
  seedCentres.map(({ key, title, departments }, index) => ({
    key,
    title,
    departments: departments.map(({ name }) => name),
    position: index + 1,
    closed: false,
  }));

/** As written by the directory sync; including future employees and leavers. */
export const personRecord = (person: DeskPerson): Person => ({
  key: person.id,
  title: person.name,
  upn: person.upn,
  mail: person.upn,
  ...(person.jobTitle === undefined ? {} : { jobTitle: person.jobTitle }),
  ...(person.phone === undefined ? {} : { phone: person.phone }),
  department: person.department,
  ...(person.centre === undefined ? {} : { centreId: person.centre as CentreId }),
  ...(person.managerId === undefined ? {} : { managerId: person.managerId as PersonId }),
  ...(person.hiredOn === undefined ? {} : { hiredOn: person.hiredOn }),
  ...(person.leftOn === undefined ? {} : { leftOn: person.leftOn }),
  ...(person.absentFrom === undefined ? {} : { absentFrom: person.absentFrom }),
  ...(person.absentTo === undefined ? {} : { absentTo: person.absentTo }),
  ...(person.movedOn === undefined ? {} : { movedOn: person.movedOn }),
  ...(person.movedFrom === undefined ? {} : { movedFrom: person.movedFrom as CentreId }),
  teams: person.teams,
  language: person.language,
});

/** Entra groups that give a role; the group's owner manages the role. */
export const seedGroups = {
  securityTeam: {
    id: guid('group securityTeam'),
    displayName: 'SG-Informationssikkerhedsteamet',
    description: 'Medlemmer af Informationssikkerhedsteamet',
  },
  auditor: {
    id: guid('group auditor'),
    displayName: 'SG-ISMS-Revision',
    description: 'Revision og databeskyttelsesrådgiver: må læse alt',
  },
} as const;
type GroupRole = keyof typeof seedGroups;

export const groupRecords = (): RoleGroup[] =>
  (Object.keys(seedGroups) as GroupRole[]).map((role) => ({
    key: stableKey('group', role),
    title: seedGroups[role].displayName,
    groupId: seedGroups[role].id,
    role,
  }));

export function assignmentRecords(people: readonly SeedPerson[], today: LocalDate): RoleAssignment[] {
  const byCode = new Map(people.flatMap((person) => (person.code === undefined ? [] : [[person.code, person]])));
  const appointedBy = byCode.get('lone')?.id;
  return keyPeople.flatMap(({ code, roles = [] }) => {
    const person = byCode.get(code);
    if (!person) return [];
    return roles.map(({ role, centre, chair = false, from = -730, to }): RoleAssignment => {
      const startsOn = addDays(today, from);
      return {
        key: stableKey('role', code, role, ...(centre === undefined ? [] : [centre])),
        title: `${person.name}: ${role}`,
        personId: person.id as PersonId,
        role,
        ...(centre === undefined ? {} : { centreId: centre as CentreId }),
        startsOn,
        ...(to === undefined ? {} : { endsOn: addDays(today, to) }),
        chair,
        ...(appointedBy === undefined ? {} : { appointedBy: appointedBy as PersonId }),
      };
    });
  });
}
