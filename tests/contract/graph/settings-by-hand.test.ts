import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { someColumns, startGraph, type GraphWorld, type Json } from './world.ts';

let graph: GraphWorld;
beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.close());

const byHand = async (method: string, path: string, body?: unknown): Promise<number> => {
  const response = await fetch(`${graph.emulator.address}/emulator/${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return response.status;
};
const refusal = async (asked: Promise<{ status: number; body: Json }>) => {
  const { status, body } = await asked;
  return [status, body.error?.code];
};
const create = (list: string, fields: object) => graph.site('POST', `/lists/${list}/items`, { body: { fields } });
const columnNamed = async (list: string, name: string) =>
  (await graph.site('GET', `/lists/${list}/columns`)).body.value.find((one) => one.name === name);

describe('a column that an administrator changes', () => {
  it('keeps its internal name under another title', async () => {
    const list = await graph.list('Titled', someColumns);
    expect(await byHand('PATCH', 'lists/Titled/columns/Score', { displayName: 'Point' })).toBe(200);
    expect(await columnNamed(list, 'Score')).toMatchObject({ name: 'Score', displayName: 'Point' });
    expect((await create(list, { Title: 'a', Score: 1 })).status).toBe(201);
  });

  it('becomes one line, which cuts what is there without a word and refuses what is longer', async () => {
    const list = await graph.list('Lines', someColumns);
    const { id } = await graph.item(list, { Title: 'a', Note: 'x'.repeat(400) });
    const link = (await graph.site('GET', `/lists/${list}/items/delta?token=latest`)).body['@odata.deltaLink'];
    expect(await byHand('PATCH', 'lists/Lines/columns/Note', { text: 100 })).toBe(200);
    expect((await graph.site('GET', `/lists/${list}/items/${id}/fields`)).body['Note']).toBe('x'.repeat(100));
    expect((await graph.ask('GET', link)).body.value).toEqual([]);
    expect(await refusal(create(list, { Title: 'b', Note: 'x'.repeat(101) }))).toEqual([400, 'invalidRequest']);
    expect(await byHand('PATCH', 'lists/Lines/columns/Note', { text: 'many' })).toBe(200);
    expect((await create(list, { Title: 'c', Note: 'x'.repeat(400) })).status).toBe(201);
  });

  it('keeps a choice that is taken away in items, and takes it no more', async () => {
    const list = await graph.list('Chosen', [{ name: 'Colour', choice: { choices: ['red', 'green'] } }]);
    const { id } = await graph.item(list, { Title: 'a', Colour: 'red' });
    expect(await byHand('PATCH', 'lists/Chosen/columns/Colour', { choices: ['green'] })).toBe(200);
    expect((await graph.site('GET', `/lists/${list}/items/${id}/fields`)).body['Colour']).toBe('red');
    expect((await create(list, { Title: 'b', Colour: 'red' })).status).toBe(400);
    expect((await create(list, { Title: 'b', Colour: 'green' })).status).toBe(201);
  });

  it.each([
    [400, 'invalidRequest'],
    [500, 'generalException'],
  ])('refuses every write with %i while its formula is not fulfilled, and shows the formula', async (answer, code) => {
    const list = await graph.list(`Ruled ${answer}`, someColumns);
    const { id } = await graph.item(list, { Title: 'a' });
    const rule = { formula: '=LEN([Note])>3', description: 'Skriv mere', answer };
    const path = `lists/${encodeURIComponent(`Ruled ${answer}`)}/columns/Plain`;
    await byHand('PATCH', path, { validation: rule });
    expect(await columnNamed(list, 'Plain')).toMatchObject({ validation: { formula: rule.formula } });
    expect(await refusal(create(list, { Title: 'b' }))).toEqual([answer, code]);
    const changed = graph.site('PATCH', `/lists/${list}/items/${id}`, { body: { fields: { Score: 2 } } });
    expect(await refusal(changed)).toEqual([answer, code]);
    await byHand('PATCH', path, { validation: null });
    expect((await create(list, { Title: 'b' })).status).toBe(201);
  });

  it('refuses to filter by it once its index is removed, unless the risk is taken', async () => {
    const list = await graph.list('Unindexed', someColumns);
    await graph.item(list, { Title: 'a', Key: 'k1' });
    // A unique column cannot lose its index.
    expect(await byHand('PATCH', 'lists/Unindexed/columns/Key', { indexed: false })).toBe(409);
    await byHand('PATCH', 'lists/Unindexed/columns/Key', { indexed: false, enforceUniqueValues: false });
    const filtered = (headers?: Record<string, string>) =>
      graph.site('GET', `/lists/${list}/items?$filter=fields/Key eq 'k1'`, headers ? { headers } : {});
    expect((await filtered()).status).toBe(400);
    const found = await filtered({ Prefer: 'HonorNonIndexedQueriesWarningMayFailRandomly' });
    expect(found.body.value).toHaveLength(1);
    expect((await create(list, { Title: 'b', Key: 'k1' })).status).toBe(201);
  });
});

describe('a list that an administrator changes', () => {
  it('is left out of the lists of the site while it is hidden, but for those who select `system`', async () => {
    const id = await graph.list('Put away');
    await byHand('PATCH', 'lists/Put%20away', { hidden: true });
    const ids = async (query: string) => (await graph.site('GET', `/lists${query}`)).body.value.map((list) => list.id);
    expect(await ids('')).not.toContain(id);
    expect(await ids('?$select=id,system')).toContain(id);
    expect((await create(id, { Title: 'a' })).status).toBe(201);
  });

  it('has another title and address, and the same id', async () => {
    const id = await graph.list('Before');
    await byHand('PATCH', 'lists/Before', { displayName: 'Efter', name: 'Efter' });
    expect((await graph.site('GET', `/lists/${id}`)).body).toMatchObject({ name: 'Efter', displayName: 'Efter' });
  });

  it('refuses every write by a formula of its own, which Graph does not show', async () => {
    const id = await graph.list('Own rule');
    await byHand('PATCH', 'lists/Own%20rule', { validation: { formula: '=FALSE' } });
    expect(await refusal(create(id, { Title: 'a' }))).toEqual([400, 'invalidRequest']);
    expect(JSON.stringify((await graph.site('GET', `/lists/${id}`)).body)).not.toContain('FALSE');
  });

  it('deletes nothing that a retention label keeps, and takes changes', async () => {
    const id = await graph.list('Kept');
    const item = await graph.item(id, { Title: 'a' });
    await byHand('PATCH', 'lists/Kept', { retained: true });
    expect(await refusal(graph.site('DELETE', `/lists/${id}/items/${item.id}`))).toEqual([403, 'accessDenied']);
    const changed = graph.site('PATCH', `/lists/${id}/items/${item.id}`, { body: { fields: { Title: 'b' } } });
    expect((await changed).status).toBe(200);
  });

  it('shows a folder among its items, of the content type of folders', async () => {
    const id = await graph.list('Foldered');
    await byHand('POST', 'lists/Foldered/folders', { name: '2026' });
    const { value } = (await graph.site('GET', `/lists/${id}/items?$expand=fields`)).body;
    expect(value).toMatchObject([
      { contentType: { id: expect.stringMatching(/^0x0120/) as unknown, name: 'Folder' }, fields: { Title: '2026' } },
    ]);
  });
});

it('a locked site answers 423 notAllowed to everything', async () => {
  const id = await graph.list('Locked');
  graph.emulator.world.faults.put({ graph: { siteLocked: true } });
  expect(await refusal(graph.site('GET', `/lists/${id}/items`))).toEqual([423, 'notAllowed']);
  expect(await refusal(create(id, { Title: 'a' }))).toEqual([423, 'notAllowed']);
  graph.emulator.world.faults.reset();
  expect((await create(id, { Title: 'a' })).status).toBe(201);
});
