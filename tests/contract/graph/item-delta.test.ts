import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { someColumns, startGraph, type GraphWorld, type Json } from './world.ts';

let graph: GraphWorld;
beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.close());
afterEach(() => {
  graph.emulator.world.faults.reset();
  vi.useRealTimers();
});

let number = 0;
/** A separate list with some items. */
async function aList(size: number): Promise<string> {
  number += 1;
  const title = `Delta ${number}`;
  const id = await graph.list(title, someColumns);
  graph.emulator.world.sites.bulkInsert(
    title,
    Array.from({ length: size }, (_, at) => ({ Title: `t${at}`, Score: at })),
  );
  return id;
}
const delta = (list: string, query = '') => graph.site('GET', `/lists/${list}/items/delta${query}`);
const follow = (body: Json) => graph.ask('GET', body['@odata.deltaLink'] ?? body['@odata.nextLink']);
const ids = (body: Json) => body.value.map((one) => Number(one.id));

describe('the first look', () => {
  it('enumerates everything in pages that end with one link, never both', async () => {
    const list = await aList(450);
    let { body } = await delta(list);
    const seen = ids(body);
    let pages = 1;
    while (body['@odata.nextLink'] !== undefined) {
      expect(body).not.toHaveProperty('@odata.deltaLink');
      ({ body } = await graph.ask('GET', body['@odata.nextLink']));
      seen.push(...ids(body));
      pages += 1;
    }
    expect(pages).toBe(3);
    expect(seen).toHaveLength(450);
    expect(body['@odata.deltaLink']).toMatch(
      /^https:\/\/graph\.microsoft\.com\/v1\.0\/.*\/items\/delta\?token=[\w-]+$/,
    );
  });

  it('keeps $expand, $select and $top in the token', async () => {
    const list = await aList(3);
    const first = await delta(list, '?$top=2&$expand=fields($select=Score)');
    expect(first.body.value).toHaveLength(2);
    const second = await follow(first.body);
    expect(second.body.value[0]?.fields).toMatchObject({ Score: 2 });
    expect(second.body.value[0]?.fields).not.toHaveProperty('Title');
  });

  it('shows no fields unless they are expanded', async () => {
    const list = await aList(1);
    expect((await delta(list)).body.value[0]).not.toHaveProperty('fields');
  });

  it('with token=latest gives nothing but a link', async () => {
    const list = await aList(3);
    const { body } = await delta(list, '?token=latest');
    expect(body.value).toEqual([]);
    expect(body).not.toHaveProperty('@odata.nextLink');
    await graph.site('PATCH', `/lists/${list}/items/2`, { body: { fields: { Score: 9 } } });
    expect(ids((await follow(body)).body)).toEqual([2]);
  });

  it('answers to its function names too', async () => {
    const list = await aList(1);
    const { body } = await delta(list, '?token=latest');
    const token = new URL(body['@odata.deltaLink']).searchParams.get('token') ?? '';
    for (const name of ['delta()', 'microsoft.graph.delta()', `delta(token='${token}')`, `delta(token='latest')`]) {
      expect((await graph.site('GET', `/lists/${list}/items/${name}`)).status).toBe(200);
    }
  });
});

describe('what follows', () => {
  it('is the latest state of each changed item, not a log', async () => {
    const list = await aList(3);
    const first = await delta(list, '?token=latest&$expand=fields');
    for (const score of [10, 11, 12]) {
      await graph.site('PATCH', `/lists/${list}/items/1`, { body: { fields: { Score: score } } });
    }
    const { body } = await follow(first.body);
    expect(body.value.map((one) => one.fields.Score)).toEqual([12]);
    expect((await follow(body)).body.value).toEqual([]);
  });

  it('shows a deleted item as deleted, without @removed', async () => {
    const list = await aList(2);
    const { body } = await delta(list);
    await graph.site('DELETE', `/lists/${list}/items/2`);
    const [gone] = (await follow(body)).body.value;
    expect(gone).toMatchObject({ id: '2', deleted: { state: 'deleted' } });
    expect(gone).not.toHaveProperty('@removed');
    expect(gone).not.toHaveProperty('fields');
  });

  it('misses nothing that changes while the first look is under way', async () => {
    const list = await aList(5);
    const first = await delta(list, '?$top=3&$expand=fields');
    await graph.site('PATCH', `/lists/${list}/items/1`, { body: { fields: { Score: 77 } } });
    const second = await follow(first.body);
    const third = await follow(second.body);
    expect(third.body.value.map((one) => one.fields.Score)).toContain(77);
  });
});

describe('a token', () => {
  it.each(['rubbish', 'e30', '12'])('that is no token (%s) answers 410 with where to start anew', async (token) => {
    const list = await aList(1);
    const gone = await delta(list, `?token=${token}`);
    expect([gone.status, gone.body.error.code]).toEqual([410, 'resyncRequired']);
    expect(gone.body.error.innerError.code).toMatch(/^resync/);
    const location = gone.headers.get('location') ?? '';
    expect((await graph.ask('GET', location)).body.value).toHaveLength(1);
  });

  it('is worth nothing after thirty days', async () => {
    const list = await aList(1);
    const { body } = await delta(list);
    vi.useFakeTimers({ now: Date.now() + 31 * 24 * 3600 * 1000, toFake: ['Date'] });
    const bearer = await graph.emulator.world.entra.appToken('3e5a9b10-7d42-4c68-b0f3-8a1d6c25e010');
    const gone = await graph.ask('GET', body['@odata.deltaLink'], { token: bearer });
    expect(gone.status).toBe(410);
  });

  it('of another list answers 410', async () => {
    const [one, other] = [await aList(1), await aList(1)];
    const link = (await delta(one)).body['@odata.deltaLink'];
    expect((await graph.ask('GET', link.replace(one, other))).status).toBe(410);
  });

  it('costs one resource unit to follow, two to begin', async () => {
    const list = await aList(1);
    const { stats } = graph.emulator.world;
    const { body } = await delta(list);
    stats.reset();
    await follow(body);
    expect(stats.snapshot().graph.resourceUnits).toBe(1);
    await delta(list);
    expect(stats.snapshot().graph.resourceUnits).toBe(3);
  });
});
