import { BatchRequestContent, BatchResponseContent } from '@microsoft/microsoft-graph-client';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { siteId } from '../../../teams-app/emulator/municipality.ts';
import { someColumns, startGraph, type GraphWorld } from './world.ts';

interface Part {
  id: string;
  status: number;
  headers: Record<string, string>;
  body?: { id?: string; error?: { code: string } };
}

let graph: GraphWorld;
beforeAll(async () => {
  graph = await startGraph();
  await graph.list('Batched', someColumns);
});
afterAll(() => graph.close());
afterEach(() => graph.emulator.world.faults.reset());

const items = `/sites/${siteId}/lists/Batched/items`;
const json = { 'Content-Type': 'application/json' };
const insert = (id: string, key: string, more = {}) => ({
  ...{ id, method: 'POST', url: items, headers: json, body: { fields: { Key: key } } },
  ...more,
});
async function batch(requests: unknown[]): Promise<{ status: number; parts: Part[]; order: string[] }> {
  const { status, body } = await graph.ask('POST', '/$batch', { body: { requests } });
  const parts = (body.responses ?? []) as Part[];
  return { status, order: parts.map((one) => one.id), parts: [...parts].sort((a, b) => (a.id < b.id ? -1 : 1)) };
}
const statuses = (parts: Part[]) => parts.map((one) => one.status);

describe('$batch', () => {
  it('answers every part by itself: 200 outside, failures inside, nothing rolled back', async () => {
    const { status, parts } = await batch([insert('1', 'one'), insert('2', 'one'), insert('3', 'three')]);
    expect([status, statuses(parts)]).toEqual([200, [201, 400, 201]]);
    expect(parts[1]?.body?.error?.code).toBe('invalidRequest');
  });

  it('takes addresses with and without a leading slash', async () => {
    const get = (id: string, url: string) => ({ id, method: 'GET', url });
    const { parts } = await batch([get('1', `${items}?$top=1`), get('2', `${items}?$top=1`.slice(1))]);
    expect(statuses(parts)).toEqual([200, 200]);
  });

  it('answers dependants of a failed part 424 and does not run them', async () => {
    const { parts } = await batch([
      insert('1', 'three'),
      insert('2', 'dependant', { dependsOn: ['1'] }),
      insert('3', 'dependant of it', { dependsOn: ['2'] }),
    ]);
    expect(statuses(parts)).toEqual([400, 424, 424]);
    const found = await graph.ask('GET', `${items}?$filter=fields/Key eq 'dependant'`);
    expect(found.body.value).toEqual([]);
  });

  it('runs a dependant after what it depends on', async () => {
    const first = insert('b', 'serial');
    const second = { id: 'a', method: 'GET', url: `${items}?$filter=fields/Key eq 'serial'`, dependsOn: ['b'] };
    const { parts } = await batch([second, first]);
    expect(JSON.stringify(parts[0]?.body)).toContain('"value":[{');
  });

  it.each([
    ['more than twenty parts', Array.from({ length: 21 }, (_, at) => insert(String(at), `many${at}`))],
    ['ids that differ in case only', [insert('a', 'x1'), insert('A', 'x2')]],
    ['no parts', []],
    ['a part without a method', [{ id: '1', url: '/users' }]],
    ['a dependency on nobody', [insert('1', 'x3', { dependsOn: ['9'] })]],
  ])('refuses %s as a whole', async (_title, requests) => {
    const { status } = await batch(requests);
    expect(status).toBe(400);
  });

  it('refuses a part that has a body without a content type', async () => {
    const { parts } = await batch([{ id: '1', method: 'POST', url: items, body: { fields: {} } }]);
    expect(statuses(parts)).toEqual([400]);
  });

  it('spells Content-Type as the client looks for it, and leaves it out of empty parts', async () => {
    const made = await graph.item('Batched', { Title: 'to go' });
    const { parts } = await batch([
      { id: '1', method: 'GET', url: items },
      { id: '2', method: 'DELETE', url: `${items}/${made.id}` },
    ]);
    expect(parts[0]?.headers['Content-Type']).toContain('application/json');
    expect(parts[1]).toMatchObject({ status: 204 });
    expect(Object.keys(parts[1]?.headers ?? {})).not.toContain('Content-Type');
    expect(parts[1]).not.toHaveProperty('body');
  });

  it('charges each part and throttles each by itself', async () => {
    const throttled = await startGraph({ licences: 500 });
    const part = (id: number) => ({ id: String(id), method: 'GET', url: `/sites/${siteId}/lists` });
    const requests = Array.from({ length: 20 }, (_, id) => part(id));
    let answers: Part[] = [];
    for (let round = 0; round < 32; round += 1) {
      const { status, body } = await throttled.ask('POST', '/$batch', { body: { requests } });
      expect(status).toBe(200);
      answers = body.responses as Part[];
    }
    expect(throttled.emulator.world.stats.snapshot().graph.resourceUnits).toBe(32 * 20 * 2);
    const refused = answers.filter((one) => one.status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(Number(refused[0]?.headers['Retry-After'])).toBeGreaterThan(0);
    await throttled.close();
  });

  it('may answer in any order', async () => {
    graph.emulator.world.faults.put({ seed: 7, graph: { batchShuffle: true } });
    const requests = Array.from({ length: 10 }, (_, id) => ({ id: String(id), method: 'GET', url: `${items}?$top=1` }));
    const { order } = await batch(requests);
    expect(order).not.toEqual(requests.map((one) => one.id));
    expect([...order].sort()).toEqual(requests.map((one) => one.id));
  });

  it('is understood by the batch classes of Microsoft’s own client', async () => {
    const client = await graph.client();
    const made = await graph.item('Batched', { Title: 'sdk' });
    const url = (tail: string) => `https://graph.microsoft.com${items}${tail}`;
    const steps = [
      { id: '1', request: new Request(url(`/${made.id}`), { method: 'GET' }) },
      {
        id: '2',
        request: new Request(url(''), { method: 'POST', headers: json, body: '{"fields":{"Title":"by sdk"}}' }),
      },
      { id: '3', request: new Request(url(`/${made.id}`), { method: 'DELETE' }), dependsOn: ['1', '2'] },
    ];
    const content = await new BatchRequestContent(steps.slice(0, 2)).getContent();
    const response = new BatchResponseContent((await client.api('/$batch').post(content)) as never);
    const read = response.getResponseById('1');
    expect([read.status, ((await read.json()) as { id: string }).id]).toEqual([200, made.id]);
    expect(response.getResponseById('2').status).toBe(201);
    const removal = await new BatchRequestContent([{ id: '3', request: steps[2]?.request as Request }]).getContent();
    const removed = new BatchResponseContent((await client.api('/$batch').post(removal)) as never);
    expect(removed.getResponseById('3').status).toBe(204);
  });
});
