import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startGraph, type GraphWorld, type Json } from './world.ts';

let graph: GraphWorld;
beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.close());

const create = (body: unknown) => graph.site('POST', '/lists', { as: 'provisioning', body });
const addColumn = (list: string, body: unknown) =>
  graph.site('POST', `/lists/${list}/columns`, { as: 'provisioning', body });
const refusal = async (asked: Promise<{ status: number; body: Json }>) => {
  const { status, body } = await asked;
  return [status, body.error.code, body.error.message];
};
const notAcceptable = [400, 'invalidRequest', 'One of the provided arguments is not acceptable.'];

describe('lists', () => {
  it('answer to their id and to their title, whatever its case', async () => {
    const id = await graph.list('Risk Register');
    for (const address of [id, id.toUpperCase(), 'Risk Register', 'risk%20register']) {
      expect((await graph.site('GET', `/lists/${address}`)).body).toMatchObject({ id, displayName: 'Risk Register' });
    }
  });

  it('are seen also where the clock of the machine has been set back', async () => {
    const id = await graph.list('Made Tomorrow');
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() - 86_400_000);
    const { body } = await graph.site('GET', '/lists').finally(() => vi.restoreAllMocks());
    expect(body.value).toContainEqual(expect.objectContaining({ id }));
  });

  it('refuse a name of their own, an unknown template and an empty body', async () => {
    expect(await refusal(create({ name: 'x', displayName: 'Named' }))).toEqual([
      400,
      'invalidRequest',
      "Cannot define a 'name' for a list as it is assigned by the server. Instead, provide 'displayName'",
    ]);
    expect(await refusal(create({ displayName: 'Odd', list: { template: 'generic' } }))).toEqual(notAcceptable);
    expect(await refusal(create({}))).toEqual(notAcceptable);
  });

  it('answer 409 nameAlreadyExists for a taken title', async () => {
    await graph.list('Taken');
    expect((await refusal(create({ displayName: 'taken' }))).slice(0, 2)).toEqual([409, 'nameAlreadyExists']);
  });

  it('leave nothing behind when one of their columns is wrong', async () => {
    const wrong = { displayName: 'Half', columns: [{ name: 'A', text: {} }, { name: 'B' }] };
    expect((await create(wrong)).status).toBe(400);
    expect((await graph.site('GET', '/lists/Half')).status).toBe(404);
  });

  it('hide the system lists unless `system` is selected, yet answer to their title', async () => {
    const titles = async (query: string) =>
      (await graph.site('GET', `/lists${query}`)).body.value.map((list) => list.displayName);
    expect(await titles('')).not.toContain('User Information List');
    expect(await titles('?$select=displayName,system')).toContain('User Information List');
    expect((await graph.site('GET', '/lists/User Information List/items')).status).toBe(200);
  });

  it('are filtered by displayName only', async () => {
    await graph.list("Anne's list");
    const found = await graph.site('GET', "/lists?$filter=displayName eq 'Anne''s list'");
    expect(found.body.value).toHaveLength(1);
    const undoubled = await graph.site('GET', "/lists?$filter=displayName eq 'Anne's list'");
    expect(undoubled.status).toBe(400);
    expect(await refusal(graph.site('GET', "/lists?$filter=name eq 'x'"))).toEqual([
      400,
      'invalidRequest',
      'The provided filter statement is not supported.',
    ]);
  });

  it('can be described, renamed and removed', async () => {
    const id = await graph.list('Old title');
    const body = { displayName: 'New title', description: 'why' };
    const renamed = await graph.site('PATCH', `/lists/${id}`, { as: 'provisioning', body });
    expect(renamed.body).toMatchObject(body);
    expect((await graph.site('DELETE', `/lists/${id}`, { as: 'provisioning' })).status).toBe(204);
    expect((await graph.site('GET', `/lists/${id}`)).status).toBe(404);
  });
});

describe('columns', () => {
  it('come back with their facet, and Title is there without an index', async () => {
    await graph.list('Columns', [{ name: 'Colour', choice: { choices: ['red'] } }]);
    const { value } = (await graph.site('GET', '/lists/Columns/columns')).body;
    const named = (name: string) => value.find((column) => column.name === name);
    expect(named('Title')).toMatchObject({ indexed: false, enforceUniqueValues: false, text: { maxLength: 255 } });
    expect(named('Colour')).toMatchObject({
      choice: { choices: ['red'], displayAs: 'dropDownMenu', allowTextEntry: false },
    });
    expect(named('Modified')).toMatchObject({ readOnly: true, dateTime: { format: 'dateTime' } });
  });

  it('encode odd characters in their internal name and number a clash, without a word', async () => {
    const list = await graph.list('Names');
    const nameOf = async (name: string) => (await addColumn(list, { name, text: {} })).body.name;
    expect(await nameOf('My Column')).toBe('My_x0020_Column');
    expect(await nameOf('Område')).toBe('Omr_x00e5_de');
    expect(await nameOf('1st')).toBe('_x0031_st');
    expect([await nameOf('Key'), await nameOf('key')]).toEqual(['Key', 'key0']);
    expect(await nameOf('Author')).toBe('Author0');
    expect(await nameOf('Description')).toBe('Description0');
  });

  it('keep their internal name when they are shown under another', async () => {
    const list = await graph.list('Shown', [{ name: 'Inner', text: {} }]);
    const body = { displayName: 'Ydre navn' };
    const changed = await graph.site('PATCH', `/lists/${list}/columns/Inner`, { as: 'provisioning', body });
    expect(changed.body).toMatchObject({ name: 'Inner', displayName: 'Ydre navn' });
  });

  it('refuse a definition without a type', async () => {
    const list = await graph.list('Untyped');
    expect(await refusal(addColumn(list, { name: 'What' }))).toEqual([
      400,
      'invalidRequest',
      'Unable to determine type of provided column definition',
    ]);
  });

  it('refuse unique values without an index, and an index on what has none', async () => {
    const list = await graph.list('Indexes');
    expect(await refusal(addColumn(list, { name: 'U', text: {}, enforceUniqueValues: true }))).toEqual([
      400,
      'invalidRequest',
      'This field must be indexed to enforce unique values.',
    ]);
    for (const facet of [
      { text: { allowMultipleLines: true } },
      { choice: { choices: ['a'], displayAs: 'checkBoxes' } },
      { hyperlinkOrPicture: {} },
    ]) {
      expect((await addColumn(list, { name: 'N', indexed: true, ...facet })).status).toBe(400);
    }
  });

  it('take at most twenty indexes', async () => {
    const columns = Array.from({ length: 20 }, (_, at) => ({ name: `C${at}`, number: {}, indexed: true }));
    const list = await graph.list('Twenty', columns);
    expect((await addColumn(list, { name: 'One', number: {}, indexed: true })).status).toBe(400);
    expect((await addColumn(list, { name: 'Two', number: {} })).status).toBe(201);
  });

  it('come back without a facet for hyperlinks', async () => {
    const list = await graph.list('Links');
    const { body } = await addColumn(list, { name: 'Web', hyperlinkOrPicture: { isPicture: false } });
    expect(body).not.toHaveProperty('hyperlinkOrPicture');
  });

  it('find what is already stored once they are indexed, and refuse uniqueness that is already broken', async () => {
    const list = await graph.list('Late', [{ name: 'Code', text: {} }]);
    await graph.item(list, { Code: 'a' });
    await graph.item(list, { Code: 'A' });
    const change = (body: unknown) => graph.site('PATCH', `/lists/${list}/columns/Code`, { as: 'provisioning', body });
    expect((await change({ indexed: true, enforceUniqueValues: true })).status).toBe(400);
    expect((await change({ indexed: true })).status).toBe(200);
    expect((await graph.site('GET', `/lists/${list}/items?$filter=fields/Code eq 'a'`)).body.value).toHaveLength(2);
  });

  it('may be lost when the list is made, come out without index and uniqueness, and lose their default value', async () => {
    const { faults } = graph.emulator.world;
    const columns = [
      { name: 'Key', text: {}, indexed: true, enforceUniqueValues: true },
      { name: 'Kind', text: {}, defaultValue: { value: 'plain' } },
    ];
    faults.put({ graph: { columnsLost: { next: 1 } } });
    const lossy = await graph.list('Lossy', columns);
    const names = (await graph.site('GET', `/lists/${lossy}/columns`)).body.value.map(({ name }) => name);
    expect(names).toContain('Kind');
    expect(names).not.toContain('Key');
    faults.put({ graph: { columnsPlain: { next: 1 }, defaultsIgnored: true } });
    const plain = await graph.list('Plain columns', columns);
    expect((await graph.site('GET', `/lists/${plain}/columns/Key`)).body).toMatchObject({
      indexed: false,
      enforceUniqueValues: false,
    });
    expect((await graph.item(plain, { Key: 'a' })).fields).not.toHaveProperty('Kind');
    faults.reset();
    const kept = await graph.list('Kept columns', columns);
    expect((await graph.item(kept, { Key: 'a' })).fields).toMatchObject({ Kind: 'plain' });
  });

  it('keep their index when uniqueness is refused', async () => {
    const list = await graph.list('Kept', [{ name: 'Code', text: {}, indexed: true }]);
    for (const Code of ['a', 'A', 'b']) await graph.item(list, { Code });
    const body = { indexed: true, enforceUniqueValues: true };
    expect((await graph.site('PATCH', `/lists/${list}/columns/Code`, { as: 'provisioning', body })).status).toBe(400);
    expect((await graph.site('GET', `/lists/${list}/items?$filter=fields/Code eq 'b'`)).body.value).toHaveLength(1);
  });
});
