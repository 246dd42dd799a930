import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { siteId } from '../../../../teams-app/emulator/municipality.ts';
import { someColumns, startGraph, tokenWith, type GraphWorld } from '../world.ts';
import { knowsType, misfits } from './csdl.ts';

let graph: GraphWorld;
beforeAll(async () => {
  graph = await startGraph();
  await graph.list('Shapes', someColumns);
  await graph.item('Shapes', { Title: 'x', Key: 'k', Score: 1 });
  await graph.site('PATCH', '/lists/Shapes/items/1', { body: { fields: { Score: 2 } } });
  await graph.site('PUT', '/drive/root:/f/a.txt:/content', { body: new Uint8Array(3) });
  const { directory } = graph.emulator.world;
  const manager = directory.addUser({ displayName: 'Manager' });
  const person = directory.addUser({ displayName: 'Anne', managerId: manager.id, appInstalled: true });
  const group = directory.addGroup({ displayName: 'Group' });
  directory.addMember(group.id, person.id);
});
afterAll(() => graph.close());

/** Not readable by the product's own app. */
const wide = new Map<string, string>();
beforeAll(async () => {
  wide.set('/groups', await tokenWith(graph, 'Group.Read.All'));
  wide.set('/appCatalogs/teamsApps', await tokenWith(graph, 'AppCatalog.Read.All'));
});

const tokenFor = (path: string) => {
  const token = wide.get(path);
  return token === undefined ? {} : { token };
};

const site = `/sites/${siteId}`;
const select = 'id,displayName,department,employeeHireDate,accountEnabled,assignedPlans,userType,createdDateTime';

describe('answers fit Microsoft’s own schema', () => {
  it.each([
    [`${site}`, 'graph.site'],
    [`${site}/lists?$expand=columns`, 'Collection(graph.list)'],
    [`${site}/lists/Shapes`, 'graph.list'],
    [`${site}/lists/Shapes/columns`, 'Collection(graph.columnDefinition)'],
    [`${site}/lists/Shapes/items?$expand=fields`, 'Collection(graph.listItem)'],
    [`${site}/lists/Shapes/items/1?$expand=fields`, 'graph.listItem'],
    [`${site}/lists/Shapes/items/delta?$expand=fields`, 'Collection(graph.listItem)'],
    [`${site}/lists/Shapes/items/1/versions`, 'Collection(graph.listItemVersion)'],
    [`${site}/drive`, 'graph.drive'],
    [`${site}/drive/root/children`, 'Collection(graph.driveItem)'],
    [`${site}/drive/root:/f/a.txt`, 'graph.driveItem'],
    [`/users?$select=${select}&$expand=manager`, 'Collection(graph.user)'],
    ['/groups', 'Collection(graph.group)'],
    ['/appCatalogs/teamsApps', 'Collection(graph.teamsApp)'],
  ])('GET %s is %s', async (path, type) => {
    const { status, body } = await graph.ask('GET', path, tokenFor(path));
    expect(status).toBe(200);
    const value = type.startsWith('Collection') ? body.value : body;
    if (type.startsWith('Collection')) expect(body.value.length).toBeGreaterThan(0);
    expect(knowsType(type.replace(/^Collection\(|\)$/g, ''))).toBe(true);
    expect(misfits(value, type)).toEqual([]);
  });
});
