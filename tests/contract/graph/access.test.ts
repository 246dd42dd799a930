import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { apps, siteHost, siteId, sitePath } from '../../../teams-app/emulator/municipality.ts';
import { startGraph, tokenWith, type GraphWorld } from './world.ts';

let graph: GraphWorld;
beforeAll(async () => {
  graph = await startGraph();
  await graph.list('Things');
});
afterAll(() => graph.close());
afterEach(() => graph.emulator.world.faults.reset());

const outcome = async (method: string, path: string, options = {}) => {
  const { status, body } = await graph.ask(method, path, options);
  return status < 400 ? status : [status, body.error.code];
};
const things = `/sites/${siteId}/lists/Things`;
const aList = { displayName: 'Another', list: { template: 'genericList' } };

describe('tokens', () => {
  it.each([
    ['none', { as: 'nobody' }],
    ['rubbish', { token: 'rubbish' }],
    ['a token with a false signature', { token: 'eyJhbGciOiJSUzI1NiJ9.e30.AAAA' }],
  ])('%s answers 401 InvalidAuthenticationToken', async (_title, options) => {
    expect(await outcome('GET', things, options)).toEqual([401, 'InvalidAuthenticationToken']);
  });

  it('for the bot connector are none for Graph', async () => {
    const token = await graph.emulator.world.entra.appToken(apps.app.clientId, 'connector');
    expect(await outcome('GET', things, { token })).toEqual([401, 'InvalidAuthenticationToken']);
  });
});

describe('Sites.Selected', () => {
  it('gives nothing without a grant: 403, not 404', async () => {
    expect(await outcome('GET', things, { as: 'weak' })).toEqual([403, 'accessDenied']);
    expect(await outcome('GET', `/sites/${siteHost}:${sitePath}`, { as: 'weak' })).toEqual([403, 'accessDenied']);
    expect(await outcome('GET', `/sites/${siteHost}:/sites/other`)).toEqual([403, 'accessDenied']);
  });

  it('with write reads and writes items but makes no list and no column', async () => {
    expect(await outcome('POST', `${things}/items`, { body: { fields: { Title: 'a' } } })).toBe(201);
    expect(await outcome('POST', `/sites/${siteId}/lists`, { body: aList })).toEqual([403, 'accessDenied']);
    const column = { name: 'C', text: {} };
    expect(await outcome('POST', `${things}/columns`, { body: column })).toEqual([403, 'accessDenied']);
  });

  it.each([
    ['read', 403, 403],
    ['write', 201, 403],
    ['manage', 201, 201],
    ['fullcontrol', 201, 201],
  ] as const)('with %s answers %i to a new item and %i to a new list', async (role, item, list) => {
    graph.emulator.world.faults.put({ graph: { role } });
    const made = await graph.site('POST', '/lists/Things/items', { body: { fields: {} } });
    const lists = await graph.site('POST', '/lists', { body: { ...aList, displayName: `By ${role}` } });
    expect([made.status, lists.status]).toEqual([item, list]);
    expect((await graph.site('GET', '/lists/Things')).status).toBe(200);
  });

  it('cannot discover sites', async () => {
    expect((await graph.ask('GET', '/sites')).body.value).toEqual([]);
    expect(await outcome('GET', "/sites?$filter=name eq 'x'")).toEqual([403, 'accessDenied']);
    expect(await outcome('GET', '/sites/getAllSites')).toEqual([403, 'accessDenied']);
  });

  it('cannot grant itself anything', async () => {
    const body = { roles: ['write'], grantedToIdentities: [{ application: { id: apps.app.clientId } }] };
    for (const as of ['app', 'provisioning'] as const) {
      expect(await outcome('POST', `/sites/${siteId}/permissions`, { as, body })).toEqual([403, 'accessDenied']);
      expect(await outcome('GET', `/sites/${siteId}/permissions`, { as })).toEqual([403, 'accessDenied']);
    }
  });
});

describe('grants on the site', () => {
  it('are listed without their roles, which each grant tells by itself', async () => {
    const token = await tokenWith(graph, 'Sites.FullControl.All');
    const list = await graph.site('GET', '/permissions', { token });
    expect(list.body.value.length).toBeGreaterThan(0);
    for (const grant of list.body.value) {
      expect(grant).not.toHaveProperty('roles');
      const one = await graph.site('GET', `/permissions/${grant.id}`, { token });
      expect(one.body).toMatchObject({ id: grant.id, roles: [expect.any(String)] });
    }
  });
});

describe('application permissions', () => {
  it('are asked for in the directory', async () => {
    expect(await outcome('GET', '/users')).toBe(200);
    expect(await outcome('GET', '/users', { as: 'weak' })).toEqual([403, 'Authorization_RequestDenied']);
    expect(await outcome('GET', '/groups', { as: 'provisioning' })).toEqual([403, 'Authorization_RequestDenied']);
    // GroupMember.Read.All reads groups too, with their members and owners.
    expect(await outcome('GET', '/groups')).toBe(200);
  });

  it('are asked for in Teams', async () => {
    expect(await outcome('GET', '/appCatalogs/teamsApps', { as: 'weak' })).toEqual([403, 'Forbidden']);
  });
});

describe('the site', () => {
  it('is found by its path, with or without more behind it', async () => {
    const { body } = await graph.ask('GET', `/sites/${siteHost}:${sitePath}`);
    expect(body.id).toBe(siteId);
    expect((await graph.ask('GET', `/sites/${siteHost}:${sitePath}:/lists/Things`)).body.displayName).toBe('Things');
  });
});
