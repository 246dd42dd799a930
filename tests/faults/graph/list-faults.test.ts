import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { GraphFaults } from '../../../teams-app/emulator/fault-settings.ts';
import { someColumns, startGraph, type AskOptions, type GraphWorld, type Json } from '../../contract/graph/world.ts';
import { until } from '../../support/until.ts';

let graph: GraphWorld;
beforeAll(async () => {
  graph = await startGraph();
  await graph.list('Faulty', someColumns);
  await graph.item('Faulty', { Title: 'first', Key: 'first' });
});
afterAll(() => graph.close());
afterEach(() => graph.emulator.world.faults.reset());

const faults = (switches: Partial<GraphFaults>) => graph.emulator.world.faults.put({ graph: switches });
const items = '/lists/Faulty/items';
const post = (key: string) => graph.site('POST', items, { body: { fields: { Key: key } } });
const holding = async (key: string) =>
  (await graph.site('GET', `${items}?$filter=fields/Key eq '${key}'`)).body.value.length;
const broken = async (method: string, path: string, options?: AskOptions) =>
  graph.site(method, path, options).then(
    () => false,
    () => true,
  );

describe('commitThen504', () => {
  it('does the write and answers 504 without a message', async () => {
    faults({ commitThen504: { next: 1 } });
    const answer = await post('done');
    expect([answer.status, answer.body.error.code, answer.body.error.message]).toEqual([504, 'UnknownError', '']);
    expect(await holding('done')).toBe(1);
    expect((await post('not struck')).status).toBe(201);
  });

  it('strikes every n-th write when it is a whole number', async () => {
    faults({ commitThen504: 3 });
    const statuses: number[] = [];
    for (let at = 0; at < 6; at += 1) statuses.push((await post(`third ${at}`)).status);
    expect(statuses).toEqual([201, 201, 504, 201, 201, 504]);
  });

  it('never strikes a read', async () => {
    faults({ commitThen504: 1 });
    expect((await graph.site('GET', items)).status).toBe(200);
  });
});

describe('gateways and limits', () => {
  it('html502 answers a page and does nothing', async () => {
    faults({ html502: { next: 1 } });
    const answer = await post('page');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([502, 'text/html; charset=utf-8']);
    expect(await holding('page')).toBe(0);
  });

  it('otherLimit answers 429 with Retry-After and without rate headers', async () => {
    faults({ otherLimit: { next: 1 } });
    const answer = await post('limit');
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '1']);
    expect(answer.headers.get('ratelimit-limit')).toBeNull();
  });

  it('blocked503 answers 503 for as long as it is on', async () => {
    faults({ blocked503: true });
    for (let attempt = 0; attempt < 3; attempt += 1) expect((await graph.site('GET', items)).status).toBe(503);
    expect((await graph.ask('GET', '/users')).status).toBe(200);
  });

  it('retryAfterAbove180 asks for more than the client’s cap', async () => {
    faults({ otherLimit: 1, retryAfterAbove180: true });
    expect((await graph.site('GET', items)).headers.get('retry-after')).toBe('240');
  });

  it('away gives no answer at all', async () => {
    faults({ away: true });
    expect(await broken('GET', items)).toBe(true);
  });

  it('latencyMs delays every answer', async () => {
    faults({ latencyMs: 60 });
    const start = performance.now();
    await graph.site('GET', '/lists');
    expect(performance.now() - start).toBeGreaterThan(55);
  });

  it('random repeats itself for the same seed', async () => {
    const run = async () => {
      graph.emulator.world.faults.put({
        seed: 42,
        graph: { random: { rate: 0.4, statuses: [429, 503, 504], retryAfterSeconds: 2 } },
      });
      const statuses: number[] = [];
      for (let at = 0; at < 30; at += 1) statuses.push((await graph.site('GET', items)).status);
      return statuses;
    };
    const [one, two] = [await run(), await run()];
    expect(one).toEqual(two);
    expect(new Set(one).size).toBe(4);
  });

  it('random resets leave some writes done and some not', async () => {
    graph.emulator.world.faults.put({
      seed: 5,
      graph: { random: { rate: 1, statuses: ['reset'], retryAfterSeconds: 1 } },
    });
    for (let at = 0; at < 20; at += 1) {
      expect(await broken('POST', items, { body: { fields: { Key: `reset ${at}` } } })).toBe(true);
    }
    graph.emulator.world.faults.reset();
    const done = (await graph.site('GET', `${items}?$filter=startswith(fields/Key,'reset')`)).body.value.length;
    expect(done).toBeGreaterThan(0);
    expect(done).toBeLessThan(20);
  });
});

describe('strictness that one tenant has shown', () => {
  it('patchFieldsRejected refuses the flat form and takes the other', async () => {
    faults({ patchFieldsRejected: true });
    const flat = await graph.site('PATCH', `${items}/1/fields`, { body: { Score: 1 } });
    expect([flat.status, flat.body.error.message]).toEqual([400, 'Invalid request']);
    expect((await graph.site('PATCH', `${items}/1`, { body: { fields: { Score: 1 } } })).status).toBe(200);
  });

  it('strictDollar refuses options without their $', async () => {
    expect((await graph.site('GET', `${items}/1?expand=fields(select=Title)`)).body.fields).toMatchObject({
      Title: 'first',
    });
    faults({ strictDollar: true });
    const refused = await graph.site('GET', `${items}/1?expand=fields`);
    expect([refused.status, refused.body.error.innerError.code]).toEqual([400, 'badArgument']);
    expect((await graph.site('GET', `${items}/1?$expand=fields`)).status).toBe(200);
  });

  it('strictLookupString refuses lookup ids as numbers', async () => {
    const targets = await graph.list('Targets');
    await graph.item(targets, { Title: 'target' });
    const list = await graph.list('Looking', [{ name: 'To', lookup: { listId: targets, columnName: 'Title' } }]);
    const add = async (id: unknown) =>
      (await graph.site('POST', `/lists/${list}/items`, { body: { fields: { ToLookupId: id } } })).status;
    expect([await add(1), await add('1')]).toEqual([201, 201]);
    faults({ strictLookupString: true });
    expect([await add(1), await add('1')]).toEqual([500, 201]);
  });

  it('requiredEnforced refuses a missing required field', async () => {
    const list = await graph.list('Must', [{ name: 'Must', text: {}, required: true }]);
    const add = async (fields: object) =>
      (await graph.site('POST', `/lists/${list}/items`, { body: { fields } })).status;
    expect(await add({ Title: 'x' })).toBe(201);
    faults({ requiredEnforced: true });
    expect([await add({ Title: 'x' }), await add({ Title: 'x', Must: 'y' })]).toEqual([400, 201]);
  });

  it('conflict409 refuses a change without If-Match and writes nothing', async () => {
    faults({ conflict409: 1 });
    const change = (headers: Record<string, string>) =>
      graph.site('PATCH', `${items}/1`, { body: { fields: { Title: 'second' } }, headers });
    const refused = await change({});
    expect([refused.status, refused.body.error.code]).toEqual([409, 'resourceModified']);
    const read = await graph.site('GET', `${items}/1?$expand=fields`);
    expect(read.body.fields.Title).toBe('first');
    expect((await change({ 'if-match': read.body.eTag })).status).toBe(200);
  });

  it('siteTimeZone moves the midnight of date-only values', async () => {
    const list = await graph.list('Days', [{ name: 'Day', dateTime: { format: 'dateOnly' } }]);
    faults({ siteTimeZone: 'America/Los_Angeles' });
    expect((await graph.item(list, { Day: '2026-03-02T12:00:00Z' })).fields.Day).toBe('2026-03-02T08:00:00Z');
  });

  it('schemaConflict lets parallel column changes collide, and serial ones through', async () => {
    const list = await graph.list('Schema');
    faults({ schemaConflict: true });
    const add = (name: string) =>
      graph.site('POST', `/lists/${list}/columns`, { as: 'provisioning', body: { name, text: {} } });
    const parallel = (await Promise.all(['A', 'B', 'C', 'D'].map(add))).map((one) => one.status);
    expect(parallel.filter((status) => status === 201)).toHaveLength(1);
    expect(parallel.filter((status) => status === 409 || status === 500)).toHaveLength(3);
    expect((await add('E')).status).toBe(201);
  });
});

describe('delta that goes wrong', () => {
  const follow = (body: Json) => graph.ask('GET', body['@odata.deltaLink']);
  const delta = () => graph.site('GET', `${items}/delta?$top=5000`);

  it('lagDelta hides what is young and shows it later', async () => {
    const { body } = await graph.site('GET', `${items}/delta?token=latest`);
    faults({ lagDelta: 300 });
    await post('young');
    expect((await follow(body)).body.value.length).toBe(0);
    await until('the young item', async () => (await follow(body)).body.value.length > 0);
  });

  it('duplicateDelta gives changes again', async () => {
    const first = await delta();
    faults({ duplicateDelta: true });
    await post('twice');
    const second = await follow(first.body);
    const ids = second.body.value.map((one) => one.id);
    expect(new Set(ids).size).toBeLessThan(ids.length);
    expect((await follow(second.body)).body.value.length).toBeGreaterThan(0);
  });

  it('deltaDeleteBug puts an error object in place of a deleted item, inside a 200', async () => {
    const first = await delta();
    const { body } = await post('to go');
    await graph.site('DELETE', `${items}/${body.id}`);
    faults({ deltaDeleteBug: true });
    const second = await follow(first.body);
    expect(second.status).toBe(200);
    expect(second.body.value.filter((one) => one.id === undefined)).toMatchObject([
      { error: { code: 'InternalServerError' } },
    ]);
    expect(second.body['@odata.deltaLink']).toBeDefined();
  });

  it('delta410 answers 410 with a Location from which a reader starts anew', async () => {
    const first = await delta();
    faults({ delta410: { next: 1 } });
    const gone = await follow(first.body);
    expect(gone.status).toBe(410);
    const fresh = await graph.ask('GET', gone.headers.get('location') ?? '');
    expect(fresh.body.value.length).toBe((await delta()).body.value.length);
  });
});

describe('lagSchema', () => {
  it('hides new lists and columns for a while', async () => {
    faults({ lagSchema: 200 });
    const id = await graph.list('Unseen', [{ name: 'Later', text: {} }]);
    expect((await graph.site('GET', `/lists/${id}`)).status).toBe(404);
    await until('the list', async () => (await graph.site('GET', `/lists/${id}`)).status === 200);
    const add = { as: 'provisioning', body: { name: 'Young', text: {} } } as const;
    expect((await graph.site('POST', `/lists/${id}/columns`, add)).status).toBe(201);
    const names = async () => (await graph.site('GET', `/lists/${id}/columns`)).body.value.map((column) => column.name);
    expect(await names()).not.toContain('Young');
    await until('the column', async () => (await names()).includes('Young'));
  });
});

describe('the switches', () => {
  it('refuse an unknown name and a value of another type', () => {
    const { faults: all } = graph.emulator.world;
    expect(() => all.put({ graph: { nothing: true } as Partial<GraphFaults> })).toThrow(RangeError);
    expect(() => all.put({ graph: { threshold: 'many' } as unknown as Partial<GraphFaults> })).toThrow(RangeError);
    expect(() => all.put({ graph: { siteTimeZone: 'Mars/Olympus' } })).toThrow(RangeError);
    expect(all.get().graph.threshold).toBe(5000);
  });
});
