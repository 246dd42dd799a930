import { localDate } from '../../api/kernel/index.ts';
import { domain } from '../emulator/municipality.ts';
import type { World } from '../emulator/world.ts';
import { fillDirectory } from './fill-world.ts';
import { seedPeople } from './people.ts';

/** A group with the CISO in it, as an organisation has before it begins. */
export const cisoGroup = { id: '4d2a97b0-6c18-4f5e-a3d7-9b0e1c64f025', displayName: 'SG-CISO', description: '' };

/** Entra of an organisation that has not begun: people and a group, nobody with the app, nothing in SharePoint. */
export function fillEmptyTenant(world: World, size: number): void {
  const people = seedPeople(size, localDate(world.clock.now()), domain);
  fillDirectory(
    world,
    people.map((person) => ({ ...person, appInstalled: false, botBlocked: false })),
  );
  const ciso = people.find(({ code }) => code === 'ciso');
  world.directory.addGroup(cisoGroup);
  if (ciso) world.directory.addMember(cisoGroup.id, ciso.id);
}
