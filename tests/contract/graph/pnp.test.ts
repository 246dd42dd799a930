import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DefaultHeaders, DefaultInit, graphfi } from '@pnp/graph';
import type { Queryable } from '@pnp/queryable';
import { DefaultParse } from '@pnp/queryable';
import '@pnp/graph/batching.js';
import '@pnp/graph/columns/index.js';
import '@pnp/graph/files/index.js';
import '@pnp/graph/groups/index.js';
import '@pnp/graph/list-item/index.js';
import '@pnp/graph/lists/index.js';
import '@pnp/graph/members/index.js';
import '@pnp/graph/sites/index.js';
import '@pnp/graph/users/index.js';
import { siteHost, siteId, sitePath } from '../../../teams-app/emulator/municipality.ts';
import { someColumns, startGraph, type AppName, type GraphWorld } from './world.ts';

/** PnP adds its members by module augmentation of paths without extension, which `nodenext` does not see. */
interface PnpGraph {
  sites: {
    getByUrl(host: string, path: string): Promise<() => Promise<Entity>>;
    getById(id: string): (() => Promise<Entity>) & { lists: PnpLists };
  };
  users: { top(size: number): () => Promise<Entity[]>; select(...names: string[]): () => Promise<Entity[]> };
  batched(): [PnpGraph, () => Promise<void>];
}
interface PnpLists {
  add(list: unknown): Promise<Entity>;
  getById(id: string): {
    columns: (() => Promise<Entity[]>) & { add(column: unknown): Promise<Entity> };
    items: PnpItems;
  };
}
interface PnpItems {
  add(item: unknown): Promise<Entity>;
  getById(id: string): (() => Promise<Entity>) & { update(item: unknown): Promise<Entity>; delete(): Promise<void> };
  expand(name: string): { filter(expression: string): () => Promise<Entity[]> };
  top(size: number): AsyncIterable<Entity[]>;
}
interface Entity {
  id: string;
  name?: string;
  fields?: { Title?: string };
  department?: string;
}

let graph: GraphWorld;
beforeAll(async () => {
  graph = await startGraph();
  await graph.list('Pnp', someColumns);
  graph.emulator.world.directory.addUser({ displayName: 'Bente Bæk', department: 'Center for Børn' });
});
afterAll(() => graph.close());

/** PnP's own client; only its socket is redirected to loopback. */
async function pnp(app: AppName = 'app'): Promise<PnpGraph> {
  const token = await graph.token(app);
  const client: unknown = graphfi().using(DefaultInit(), DefaultHeaders(), DefaultParse(), (timeline) => {
    const instance = timeline as Queryable;
    instance.on.auth.replace(async (url: URL, init: RequestInit) => {
      init.headers = { ...(init.headers as Record<string, string>), Authorization: `Bearer ${token}` };
      return [url, init];
    });
    instance.on.send.replace((url: URL, init: RequestInit) => graph.fetch(url.toString(), init));
    return instance;
  });
  return client as PnpGraph;
}

describe('PnP’s Graph client', () => {
  it('finds the site by its address', async () => {
    const site = await (await pnp()).sites.getByUrl(siteHost, sitePath);
    const { id } = await site();
    expect(id).toBe(siteId);
  });

  it('provisions a list with columns', async () => {
    const site = (await pnp('provisioning')).sites.getById(siteId);
    const list = await site.lists.add({ displayName: 'By PnP', list: { template: 'genericList' } });
    await site.lists.getById(list.id).columns.add({ name: 'Code', text: {}, indexed: true });
    const columns = await site.lists.getById(list.id).columns();
    expect(columns.find((one) => one.name === 'Code')).toMatchObject({ indexed: true });
  });

  it('adds, reads, filters, changes and removes items', async () => {
    const { items } = (await pnp()).sites.getById(siteId).lists.getById('Pnp');
    const made = await items.add({ fields: { Title: 'a', Key: 'p1' } });
    await items.getById(made.id).update({ fields: { Title: 'b' } });
    const found = await items.expand('fields').filter("fields/Key eq 'p1'")();
    expect(found.map((one) => one.fields?.Title)).toEqual(['b']);
    await items.getById(made.id).delete();
    await expect(items.getById(made.id)()).rejects.toMatchObject({ status: 404 });
  });

  it('walks over all pages', async () => {
    const { items } = (await pnp()).sites.getById(siteId).lists.getById('Pnp');
    const rows = Array.from({ length: 25 }, (_, at) => ({ Title: `page ${at}` }));
    graph.emulator.world.sites.bulkInsert('Pnp', rows);
    let count = 0;
    for await (const page of items.top(10)) count += page.length;
    expect(count).toBe(25);
  });

  it('sends a batch', async () => {
    const [batched, execute] = (await pnp()).batched();
    const answers: Promise<unknown>[] = [batched.users.top(1)(), batched.sites.getById(siteId)()];
    await execute();
    const [users, site] = await Promise.all(answers);
    expect(users).toHaveLength(1);
    expect(site).toMatchObject({ id: siteId });
  });

  it('reads people', async () => {
    const people = await (await pnp()).users.select('displayName', 'department')();
    expect(people.map((one) => one.department)).toContain('Center for Børn');
  });
});
