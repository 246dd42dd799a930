import { codecOf } from '../../api/sharepoint/codec.ts';
import type { ListDefinition } from '../../api/sharepoint/index.ts';
import type { World } from '../emulator/world.ts';
import { keyPeople } from './key-people.ts';
import { seedGroups } from './organisation.ts';
import type { DeskPerson, SeedPerson } from './people.ts';

/** Inserts records into provisioned lists, and counts them. */
export function inserter(world: World) {
  const items: Record<string, number> = {};
  const insert = <R extends { key: string }>(definition: ListDefinition<R>, records: readonly R[]): void => {
    const { encode } = codecOf(definition);
    world.sites.bulkInsert(
      definition.name,
      records.map((record) => withoutNulls(encode(record))),
    );
    items[definition.name] = (items[definition.name] ?? 0) + records.length;
  };
  return { items, insert };
}

const withoutNulls = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined));

/** Directory accounts; deleted leavers have none. */
export function fillDirectory({ directory }: World, people: readonly DeskPerson[]): void {
  for (const person of people) {
    if (person.removed) continue;
    directory.addUser({
      id: person.id,
      displayName: person.name,
      userPrincipalName: person.upn,
      mail: person.upn,
      ...(person.jobTitle === undefined ? {} : { jobTitle: person.jobTitle }),
      ...(person.phone === undefined ? {} : { mobilePhone: person.phone }),
      department: person.department,
      ...(person.hiredOn === undefined ? {} : { employeeHireDate: `${person.hiredOn}T00:00:00Z` }),
      preferredLanguage: person.language === 'da' ? 'da-DK' : 'en-GB',
      accountEnabled: person.leftOn === undefined,
      userType: 'Member',
      teamsLicence: person.teams,
      appInstalled: person.appInstalled,
      botBlocked: person.botBlocked,
      ...(person.managerId === undefined ? {} : { managerId: person.managerId }),
    });
  }
  addGroups(directory, people);
}

/** Entra groups with their key people. */
export function fillGroups({ directory }: World, people: readonly SeedPerson[]): void {
  addGroups(directory, people);
}

/** Owned by the CISO. */
function addGroups(directory: World['directory'], people: readonly Pick<DeskPerson, 'id' | 'code'>[]): void {
  for (const group of Object.values(seedGroups)) directory.addGroup(group);
  for (const { code, group, roles = [] } of keyPeople) {
    const person = people.find((one) => one.code === code);
    if (group && person) directory.addMember(seedGroups[group].id, person.id);
    if (person && roles.some(({ role, to }) => role === 'ciso' && to === undefined))
      for (const { id } of Object.values(seedGroups)) directory.addOwner(id, person.id);
  }
}
