import { GraphError, PageIterator, type PageCollection } from '@microsoft/microsoft-graph-client';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { siteId } from '../../../teams-app/emulator/municipality.ts';
import { someColumns, startGraph, type GraphWorld } from './world.ts';

let graph: GraphWorld;
beforeAll(async () => {
  graph = await startGraph();
  await graph.list('Client', someColumns);
  graph.emulator.world.sites.bulkInsert(
    'Client',
    Array.from({ length: 450 }, (_, at) => ({ Title: `t${at}`, Key: `k${at}` })),
  );
});
afterAll(() => graph.close());
afterEach(() => graph.emulator.world.faults.reset());

const items = `/sites/${siteId}/lists/Client/items`;
const caught = async (asked: Promise<unknown>): Promise<GraphError> => {
  const error: unknown = await asked.catch((one: unknown) => one);
  if (!(error instanceof GraphError)) throw new Error(`no GraphError: ${String(error)}`);
  return error;
};

describe('Microsoft’s Graph client', () => {
  it('iterates over all pages', async () => {
    const client = await graph.client();
    const first = (await client.api(items).expand('fields($select=Key)').get()) as PageCollection;
    const seen: string[] = [];
    const iterator = new PageIterator(client, first, (item: { id: string }) => {
      seen.push(item.id);
      return true;
    });
    await iterator.iterate();
    expect(new Set(seen).size).toBe(450);
    expect(iterator.isComplete()).toBe(true);
  });

  it('iterates over a delta and ends with its link', async () => {
    const client = await graph.client();
    const first = (await client.api(`${items}/delta`).get()) as PageCollection;
    let count = 0;
    const iterator = new PageIterator(client, first, () => {
      count += 1;
      return true;
    });
    await iterator.iterate();
    expect(count).toBe(450);
    expect(iterator.getDeltaLink()).toContain('token=');
  });

  it('reads code, message and request id from an error', async () => {
    const client = await graph.client();
    const error = await caught(client.api(`${items}/99999`).get());
    expect(error).toMatchObject({ statusCode: 404, code: 'itemNotFound' });
    expect(error.requestId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('sends the token, its version and one request id', async () => {
    const client = await graph.client();
    const answer = (await client.api(items).top(1).get()) as { value: unknown[] };
    expect(answer.value).toHaveLength(1);
  });

  it('gives undefined for 204, and for an install, whose 201 has no body and no type', async () => {
    const client = await graph.client();
    const made = (await client.api(items).post({ fields: {} })) as { id: string };
    expect(await client.api(`${items}/${made.id}`).delete()).toBeUndefined();
  });

  it('sends a POST again after a 504, and the unique key says that the first one was done', async () => {
    const client = await graph.client('app', 1);
    graph.emulator.world.faults.put({ graph: { commitThen504: { next: 1 } } });
    const error = await caught(client.api(items).post({ fields: { Key: 'once' } }));
    expect(error).toMatchObject({ statusCode: 400, code: 'invalidRequest' });
    const found = (await client.api(items).filter("fields/Key eq 'once'").get()) as { value: unknown[] };
    expect(found.value).toHaveLength(1);
  });

  it('reports a gateway page as an error without a code', async () => {
    const client = await graph.client();
    graph.emulator.world.faults.put({ graph: { html502: { next: 1 } } });
    expect(await caught(client.api(items).get())).toMatchObject({ statusCode: 502, code: null });
  });

  it('throws a 410 whose Location leads back to the beginning', async () => {
    const client = await graph.client();
    const error = await caught(client.api(`${items}/delta?token=old`).get());
    expect(error.statusCode).toBe(410);
    const location = (error.headers as Headers).get('location') ?? '';
    const fresh = (await client.api(location).get()) as { value: unknown[] };
    expect(fresh.value.length).toBeGreaterThan(0);
  });
});
