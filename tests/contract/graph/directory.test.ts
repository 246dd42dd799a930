import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { apps } from '../../../teams-app/emulator/municipality.ts';
import { startGraph, tokenWith, type GraphWorld, type Json } from './world.ts';

let graph: GraphWorld;
const boss = '10000000-0000-4000-8000-000000000001';
const anne = '10000000-0000-4000-8000-000000000002';
beforeAll(async () => {
  graph = await startGraph();
  const { directory } = graph.emulator.world;
  directory.addUser({ id: boss, displayName: 'Bo Boss', department: 'Center for Byg' });
  directory.addUser({
    ...{ id: anne, displayName: 'Anne Holm', userPrincipalName: 'anne.holm@ishoj.example', managerId: boss },
    ...{ department: 'Center for Børn', employeeHireDate: '2026-08-01T00:00:00Z', teamsLicence: true },
  });
  directory.inBulk(() => {
    for (let at = 0; at < 250; at += 1) directory.addUser({ displayName: `Person ${at}`, teamsLicence: at % 2 === 0 });
  });
});
afterAll(() => graph.close());
afterEach(() => {
  graph.emulator.world.faults.reset();
  vi.useRealTimers();
});

const outcome = async (path: string, headers = {}) => {
  const { status, body } = await graph.ask('GET', path, { headers });
  return status < 400 ? status : [status, body.error.code];
};

describe('users', () => {
  it('show most properties only when they are selected', async () => {
    const plain = await graph.ask('GET', `/users/${anne}`);
    expect(plain.body).not.toHaveProperty('department');
    expect(plain.body).not.toHaveProperty('accountEnabled');
    const select = 'department,employeeHireDate,accountEnabled,assignedPlans,userType';
    const chosen = await graph.ask('GET', `/users/${anne}?$select=${select}`);
    expect(chosen.body).toMatchObject({
      department: 'Center for Børn',
      employeeHireDate: '2026-08-01T00:00:00Z',
      accountEnabled: true,
      userType: 'Member',
      assignedPlans: [{ service: 'TeamspaceAPI', capabilityStatus: 'Enabled' }],
    });
    expect(chosen.body).not.toHaveProperty('displayName');
    expect(chosen.body).not.toHaveProperty('botBlocked');
  });

  it('answer to their id and to their principal name', async () => {
    expect((await graph.ask('GET', '/users/Anne.Holm@ishoj.example')).body.id).toBe(anne);
    expect(await outcome('/users/nobody@ishoj.example')).toEqual([404, 'Request_ResourceNotFound']);
  });

  it('come in pages of 100 unless told, of 999 at most, over opaque tokens', async () => {
    const first = await graph.ask('GET', '/users');
    expect(first.body.value).toHaveLength(100);
    expect(first.body['@odata.nextLink']).toMatch(/^https:\/\/graph\.microsoft\.com\/v1\.0\/users\?\$skiptoken=/);
    const second = await graph.ask('GET', first.body['@odata.nextLink']);
    const third = await graph.ask('GET', second.body['@odata.nextLink']);
    expect(third.body.value).toHaveLength(52);
    expect((await graph.ask('GET', '/users?$top=999')).body.value).toHaveLength(252);
    expect(await outcome('/users?$top=1000')).toEqual([400, 'Request_BadRequest']);
  });

  it('refuse $skip in the words of the service', async () => {
    const { body } = await graph.ask('GET', '/users?$skip=1');
    expect(body.error).toMatchObject({
      code: 'Request_BadRequest',
      message: "'$skip' is not supported by the service.",
    });
  });

  it('are filtered, and counted only with ConsistencyLevel', async () => {
    const found = await graph.ask('GET', "/users?$filter=department eq 'Center for Børn'");
    expect(found.body.value.map((one) => one.id)).toEqual([anne]);
    expect(await outcome("/users?$filter=favouriteColour eq 'x'")).toEqual([400, 'Request_UnsupportedQuery']);
    const counted = await graph.ask('GET', '/users?$count=true', { headers: { consistencylevel: 'eventual' } });
    expect(counted.body['@odata.count']).toBe(252);
    expect(await outcome('/users?$search="displayName:anne"')).toEqual([400, 'Request_UnsupportedQuery']);
  });

  it('show a manager when expanded, not when selected, and 404 where there is none', async () => {
    const expanded = await graph.ask('GET', `/users/${anne}?$select=id&$expand=manager($select=id,displayName)`);
    expect(expanded.body.manager).toMatchObject({ id: boss, displayName: 'Bo Boss' });
    expect((await graph.ask('GET', `/users/${anne}?$select=id,manager`)).body).not.toHaveProperty('manager');
    expect((await graph.ask('GET', `/users/${boss}?$expand=manager`)).body).not.toHaveProperty('manager');
    expect((await graph.ask('GET', `/users/${anne}/manager`)).body.id).toBe(boss);
    expect(await outcome(`/users/${boss}/manager`)).toEqual([404, 'Request_ResourceNotFound']);
    expect((await graph.ask('GET', `/users/${boss}/directReports`)).body.value.map((one) => one.id)).toEqual([anne]);
  });
});

describe('users delta', () => {
  const start = '/users/delta?$select=displayName,department,manager,accountEnabled';
  async function round(from: string, headers = {}): Promise<{ people: Json[]; link: string; pages: number }> {
    const people: Json[] = [];
    let { body } = await graph.ask('GET', from, { headers });
    let pages = 1;
    people.push(...body.value);
    while (body['@odata.nextLink'] !== undefined) {
      expect(body['@odata.nextLink']).toContain('$skiptoken=');
      ({ body } = await graph.ask('GET', body['@odata.nextLink'], { headers }));
      people.push(...body.value);
      pages += 1;
    }
    expect(body['@odata.deltaLink']).toContain('$deltatoken=');
    return { people, pages, link: body['@odata.deltaLink'] };
  }

  it('gives everybody first, manager as manager@delta, nothing that was never set', async () => {
    const { people, pages } = await round(start);
    expect(pages).toBe(2);
    expect(new Set(people.map((one) => one.id)).size).toBe(252);
    const found = people.find((one) => one.id === anne);
    expect(found?.['manager@delta']).toEqual([{ '@odata.type': '#microsoft.graph.user', id: boss }]);
    expect(people.find((one) => one.id === boss)).not.toHaveProperty('manager@delta');
    expect(people.find((one) => one.displayName === 'Person 1')).not.toHaveProperty('department');
  });

  it('then gives what changed, null for what was cleared, and nothing for what was not selected', async () => {
    const { directory } = graph.emulator.world;
    const { link } = await round(start);
    directory.updateUser(anne, { department: null });
    directory.updateUser(boss, { jobTitle: 'Chef' });
    const { people, link: next } = await round(link);
    expect(people.map((one) => [one.id, one.department])).toEqual([[anne, null]]);
    expect((await round(next)).people).toEqual([]);
  });

  it('shows removed people as @removed, changed or deleted', async () => {
    const { directory } = graph.emulator.world;
    const [soft, hard] = [directory.addUser({ displayName: 'Soft' }), directory.addUser({ displayName: 'Hard' })];
    const { link } = await round(start);
    directory.removeUser(soft.id);
    directory.removeUser(hard.id, true);
    expect((await round(link)).people).toEqual([
      { id: soft.id, '@removed': { reason: 'changed' } },
      { id: hard.id, '@removed': { reason: 'deleted' } },
    ]);
  });

  it('tells a new and a lost manager', async () => {
    const { directory } = graph.emulator.world;
    const person = directory.addUser({ displayName: 'Moves', managerId: boss });
    const { link } = await round(start);
    directory.updateUser(person.id, { managerId: null });
    const { people } = await round(link);
    expect(people[0]?.['manager@delta']).toEqual([
      { '@odata.type': '#microsoft.graph.user', id: boss, '@removed': { reason: 'deleted' } },
    ]);
  });

  it('with $deltatoken=latest starts from now', async () => {
    const { directory } = graph.emulator.world;
    const { people, link } = await round('/users/delta?$deltatoken=latest&$select=displayName');
    expect(people).toEqual([]);
    const fresh = directory.addUser({ displayName: 'Fresh' });
    expect((await round(link)).people.map((one) => one.id)).toEqual([fresh.id]);
  });

  it('gives only the changed properties with Prefer: return=minimal, and pages as preferred', async () => {
    const { link } = await round(start, { prefer: 'odata.maxpagesize=999' });
    graph.emulator.world.directory.updateUser(anne, { department: 'Center for Kultur' });
    const { people } = await round(link, { prefer: 'return=minimal' });
    expect(people).toEqual([{ department: 'Center for Kultur', id: anne }]);
  });

  it.each(['$top=5', '$orderby=displayName', '$expand=manager', "$filter=displayName eq 'x'"])(
    'refuses %s',
    async (option) => {
      expect(await outcome(`/users/delta?${option}`)).toEqual([400, 'Request_UnsupportedQuery']);
    },
  );

  it('forgets after seven days: 410 syncStateNotFound with a Location', async () => {
    const { link } = await round(start);
    vi.useFakeTimers({ now: Date.now() + 8 * 24 * 3600 * 1000, toFake: ['Date'] });
    const token = await graph.emulator.world.entra.appToken(apps.app.clientId);
    const gone = await graph.ask('GET', link, { token });
    expect([gone.status, gone.body.error.code]).toEqual([410, 'syncStateNotFound']);
    expect(gone.headers.get('location')).toContain('/users/delta?$select=displayName,department');
  });
});

describe('groups', () => {
  it('have direct members of mixed kinds, transitive ones, and casts', async () => {
    const { directory } = graph.emulator.world;
    const outer = directory.addGroup({ displayName: 'Udvalg' });
    const inner = directory.addGroup({ displayName: 'Team' });
    directory.addMember(outer.id, boss);
    directory.addMember(outer.id, inner.id);
    directory.addMember(inner.id, anne);
    const members = async (path: string) =>
      (await graph.ask('GET', `/groups/${outer.id}/${path}?$select=id`)).body.value.map((one) => [
        one['@odata.type'],
        one.id,
      ]);
    const user = '#microsoft.graph.user';
    expect(await members('members')).toEqual([
      [user, boss],
      ['#microsoft.graph.group', inner.id],
    ]);
    expect(await members('members/microsoft.graph.user')).toEqual([[user, boss]]);
    expect((await members('transitiveMembers/microsoft.graph.user')).map(([, id]) => id)).toEqual([boss, anne]);
    expect(await outcome('/groups/11111111-1111-1111-1111-111111111111/members')).toEqual([
      404,
      'Request_ResourceNotFound',
    ]);
    const token = await tokenWith(graph, 'Group.Read.All');
    const named = await graph.ask('GET', "/groups?$filter=displayName eq 'Team'", { token });
    expect(named.body.value.map((one) => one.id)).toEqual([inner.id]);
    directory.removeMember(outer.id, inner.id);
    expect(await members('transitiveMembers')).toEqual([[user, boss]]);
  });
});

describe('owners of a group', () => {
  it('are other people than its members, and go when the person goes', async () => {
    const { directory } = graph.emulator.world;
    const { id } = directory.addGroup({ displayName: 'Owned' });
    directory.addMember(id, anne);
    directory.addOwner(id, boss);
    const owners = async (tail = '') =>
      (await graph.ask('GET', `/groups/${id}/owners${tail}?$select=id`)).body.value.map((one) => one.id);
    expect(await owners()).toEqual([boss]);
    expect(await owners('/microsoft.graph.user')).toEqual([boss]);
    expect(await owners('/microsoft.graph.group')).toEqual([]);
    const temporary = directory.addUser({ displayName: 'For now' });
    directory.addOwner(id, temporary.id);
    directory.removeUser(temporary.id);
    expect(await owners()).toEqual([boss]);
  });
});

describe('resource units', () => {
  it.each([
    ['/users', 2],
    ['/users?$select=id', 1],
    ['/users?$expand=manager', 3],
    ['/users?$top=5', 1],
    [`/users/${anne}`, 1],
  ])('of %s are %i', async (path, units) => {
    const { stats } = graph.emulator.world;
    stats.reset();
    const { headers } = await graph.ask('GET', path);
    expect(stats.snapshot().graph.resourceUnits).toBe(units);
    expect(headers.get('x-ms-resource-unit')).toBe(String(units));
  });
});
