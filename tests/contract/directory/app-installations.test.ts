import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { appInstallations, type AppInstallations } from '../../../api/directory/index.ts';
import type { PersonId } from '../../../api/kernel/index.ts';
import { catalogAppId } from '../../../teams-app/emulator/municipality.ts';
import { listsOnADesk, type ListsOnADesk } from '../lists/on-a-desk.ts';

let desk: ListsOnADesk;
let apps: AppInstallations;
beforeAll(async () => {
  desk = await listsOnADesk([]);
  apps = appInstallations(desk.graph, catalogAppId);
});
afterAll(() => desk.close());
beforeEach(() => desk.emulator.world.faults.reset());

const somebody = (more = {}) =>
  desk.emulator.world.directory.addUser({ displayName: 'Ny', teamsLicence: true, ...more }).id as PersonId;

describe('the app of the catalog', () => {
  it('is installed for a person once, and its chat comes a while later', async () => {
    const { world } = desk.emulator;
    world.faults.put({ connector: { chatDelayMs: 3_600_000 } });
    const person = somebody();
    expect(await apps.chatOf(person)).toEqual({ state: 'absent' });
    expect(await apps.install(person)).toBe('installed');
    expect(await apps.install(person)).toBe('alreadyThere');
    expect(await apps.chatOf(person)).toEqual({ state: 'coming' });
    world.faults.put({ connector: { chatDelayMs: 0 } });
    expect(await apps.chatOf(person)).toEqual({ state: 'open', conversation: world.teams.graphChatId(person) });
  });

  it('is absent again when the person has removed it, and for nobody', async () => {
    const person = somebody({ appInstalled: true });
    await desk.emulator.world.teams.uninstall(person);
    expect(await apps.chatOf(person)).toEqual({ state: 'absent' });
    expect(await apps.chatOf('11111111-1111-1111-1111-111111111111' as PersonId)).toEqual({ state: 'absent' });
  });

  it('cannot be given to whoever has no Teams, and a catalog that lacks it gives it to nobody', async () => {
    expect(await apps.install(somebody({ teamsLicence: false }))).toBe('policyBlocked');
    const other = appInstallations(desk.graph, '99999999-9999-4999-8999-999999999999');
    expect(await other.install(somebody())).toBe('notInstalled');
  });

  it('throws when Graph is away, for whoever waits to try again', async () => {
    desk.emulator.world.faults.put({ graph: { away: true } });
    const impatient = appInstallations(
      { ...desk.graph, get: (path) => desk.graph.get(path, { lane: 'interactive', patienceMs: 10 }) },
      catalogAppId,
    );
    await expect(impatient.chatOf(somebody())).rejects.toMatchObject({ kind: 'unavailable' });
  });
});
