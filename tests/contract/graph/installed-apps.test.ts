import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogAppId, manifestId } from '../../../teams-app/emulator/municipality.ts';
import { startGraph, tokenWith, type GraphWorld } from './world.ts';

let graph: GraphWorld;
let person: string;
beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.close());

const bind = (id: string) => ({
  'teamsApp@odata.bind': `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${id}`,
});
const apps = (user: string, tail = '') => `/users/${user}/teamwork/installedApps${tail}`;
const install = (user: string, id = catalogAppId) => graph.ask('POST', apps(user), { body: bind(id) });

describe('the catalogue', () => {
  it('knows the app by its manifest id and gives the catalogue’s own', async () => {
    const token = await tokenWith(graph, 'AppCatalog.Read.All');
    const found = await graph.ask('GET', `/appCatalogs/teamsApps?$filter=externalId eq '${manifestId}'`, { token });
    expect(found.body.value).toMatchObject([{ id: catalogAppId, externalId: manifestId }]);
    const none = await graph.ask('GET', `/appCatalogs/teamsApps?$filter=externalId eq '${catalogAppId}'`, { token });
    expect(none.body.value).toEqual([]);
  });
});

describe('installing for a person', () => {
  it('answers 201 without body or content type, then 409', async () => {
    person = graph.emulator.world.directory.addUser({ displayName: 'New' }).id;
    const made = await install(person);
    expect([made.status, made.body, made.headers.get('content-type')]).toEqual([201, '', null]);
    const again = await install(person);
    expect([again.status, again.body.error.code]).toEqual([409, 'Conflict']);
  });

  it('is no error for Microsoft’s own client, which finds no JSON to read', async () => {
    const { id } = graph.emulator.world.directory.addUser({ displayName: 'By client' });
    const client = await graph.client();
    await expect(client.api(apps(id)).post(bind(catalogAppId))).resolves.not.toThrow();
    expect(graph.emulator.world.directory.isInstalled(id)).toBe(true);
  });

  it('wants the catalogue’s id, not the manifest’s', async () => {
    const { id } = graph.emulator.world.directory.addUser({ displayName: 'Other id' });
    expect((await install(id, manifestId)).status).toBe(404);
  });

  it('refuses whoever has no Teams licence', async () => {
    const { id } = graph.emulator.world.directory.addUser({ displayName: 'No Teams', teamsLicence: false });
    expect((await install(id)).status).toBe(403);
  });

  it('answers 404 for nobody and 403 without the permission', async () => {
    expect((await install('11111111-1111-1111-1111-111111111111')).status).toBe(404);
    const refused = await graph.ask('POST', apps(person), { as: 'provisioning', body: bind(catalogAppId) });
    expect([refused.status, refused.body.error.code]).toEqual([403, 'Forbidden']);
  });

  it('has no chat yet: it comes a while after an installation through Graph', async () => {
    const { world } = graph.emulator;
    world.faults.put({ connector: { chatDelayMs: 3_600_000 } });
    const { id } = world.directory.addUser({ displayName: 'Too early' });
    await install(id);
    const { value } = (await graph.ask('GET', apps(id))).body;
    const chat = () => graph.ask('GET', apps(id, `/${value[0]?.id}/chat`));
    expect((await chat()).status).toBe(404);
    world.faults.put({ connector: { chatDelayMs: 0 } });
    await world.teams.idle();
    expect((await chat()).body).toMatchObject({ id: world.teams.graphChatId(id) });
  });

  it('shows in the list, with the chat that belongs to it', async () => {
    const filter = `?$expand=teamsApp&$filter=teamsApp/externalId eq '${manifestId}'`;
    const { value } = (await graph.ask('GET', apps(person, filter))).body;
    expect(value).toMatchObject([{ teamsApp: { id: catalogAppId } }]);
    const chat = await graph.ask('GET', apps(person, `/${value[0]?.id}/chat`));
    expect(chat.body).toMatchObject({ id: graph.emulator.world.teams.graphChatId(person), chatType: 'oneOnOne' });
    expect((await graph.ask('DELETE', apps(person, `/${value[0]?.id}`))).status).toBe(204);
    expect((await graph.ask('GET', apps(person))).body.value).toEqual([]);
  });
});
