import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { siteId } from '../../../teams-app/emulator/municipality.ts';
import { someColumns, startGraph, type GraphWorld } from './world.ts';

let graph: GraphWorld;
beforeAll(async () => {
  graph = await startGraph();
  await graph.list('Orders', someColumns);
});
afterAll(() => graph.close());

const items = '/lists/Orders/items';

describe('creating an item', () => {
  it('answers 201 with the whole item and its fields, without being asked to expand', async () => {
    const made = await graph.site('POST', items, { body: { fields: { Title: 'a', Score: 3 } } });
    expect(made.status).toBe(201);
    const { body } = made;
    expect(body.eTag).toMatch(/^"[0-9a-f-]{36},1"$/);
    expect(body['@odata.etag']).toBe(body.eTag);
    expect(body.id).toMatch(/^\d+$/);
    expect(body.createdDateTime).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(body.parentReference.siteId).toBe(siteId);
    expect(body.createdBy.user).toEqual({ displayName: 'SharePoint App' });
    expect(body.fields).toMatchObject({
      '@odata.etag': body.eTag,
      Title: 'a',
      Score: 3,
      id: body.id,
      LinkTitle: 'a',
      _UIVersionString: '1.0',
      Attachments: false,
      AuthorLookupId: '1073741822',
    });
  });

  it('makes an empty row of a body without fields, and ignores an id that the client gives', async () => {
    const made = await graph.site('POST', items, { body: { value: [], id: '4711', wrong: true } });
    expect(made.status).toBe(201);
    expect(made.body.id).not.toBe('4711');
    expect(made.body.fields).not.toHaveProperty('Title');
  });

  it('gives ids in order and never the same one again', async () => {
    const first = await graph.item('Orders', { Title: 'gone' });
    expect((await graph.site('DELETE', `${items}/${first.id}`)).status).toBe(204);
    const second = await graph.item('Orders', { Title: 'next' });
    expect(Number(second.id)).toBe(Number(first.id) + 1);
  });

  it('refuses a taken unique value with a 400 that names nothing, whatever the case of the letters', async () => {
    await graph.item('Orders', { Title: 'one', Key: 'Alpha' });
    const clash = await graph.site('POST', items, { body: { fields: { Title: 'two', Key: 'ALPHA' } } });
    expect(clash.status).toBe(400);
    expect(clash.body.error.code).toBe('invalidRequest');
    expect(clash.body.error.message).toBe('One or more fields with unique constraints already has the provided value.');
    expect(clash.body.error.message).not.toContain('Key');
  });

  it('lets empty unique values stand side by side', async () => {
    await graph.item('Orders', { Title: 'no key' });
    await expect(graph.item('Orders', { Title: 'no key either' })).resolves.toBeDefined();
  });
});

describe('reading an item', () => {
  it('shows fields only when they are expanded', async () => {
    const { id } = await graph.item('Orders', { Title: 'shown' });
    expect((await graph.site('GET', `${items}/${id}`)).body).not.toHaveProperty('fields');
    const expanded = await graph.site('GET', `${items}/${id}?$expand=fields($select=Title,Score)`);
    expect(expanded.body.fields).toEqual({ '@odata.etag': expanded.body.eTag, Title: 'shown' });
    const set = await graph.site('GET', `${items}/${id}/fields`);
    expect(set.body).toMatchObject({ Title: 'shown', id });
  });

  it('leaves the key out for what is empty, cleared or never set', async () => {
    const { id } = await graph.item('Orders', { Title: 'clear me', Score: 5 });
    const cleared = await graph.site('PATCH', `${items}/${id}`, { body: { fields: { Score: null } } });
    expect(cleared.body.fields).not.toHaveProperty('Score');
    expect(cleared.body.fields).not.toHaveProperty('Note');
  });

  it('answers 404 itemNotFound for what is not there', async () => {
    const missing = await graph.site('GET', `${items}/999999`);
    expect([missing.status, missing.body.error.code]).toEqual([404, 'itemNotFound']);
  });
});

describe('changing an item', () => {
  it('changes only the named fields and counts the eTag up', async () => {
    const made = await graph.item('Orders', { Title: 'before', Score: 1 });
    const changed = await graph.site('PATCH', `${items}/${made.id}`, { body: { fields: { Score: 2 } } });
    expect(changed.status).toBe(200);
    expect(changed.body.fields).toMatchObject({ Title: 'before', Score: 2, _UIVersionString: '2.0' });
    expect(changed.body.eTag).toBe(made.eTag.replace(',1"', ',2"'));
    expect(changed.headers.get('etag')).toBe(changed.body.eTag.slice(1, -1));
  });

  it('gives only the fields back when they are patched directly', async () => {
    const { id } = await graph.item('Orders', { Title: 'flat' });
    const changed = await graph.site('PATCH', `${items}/${id}/fields`, { body: { Score: 9 } });
    expect(changed.body).toMatchObject({ Score: 9, Title: 'flat' });
    expect(changed.body).not.toHaveProperty('createdBy');
  });

  it('answers 412 resourceModified to an old eTag and writes nothing', async () => {
    const made = await graph.item('Orders', { Title: 'raced' });
    await graph.site('PATCH', `${items}/${made.id}`, { body: { fields: { Score: 1 } } });
    const late = await graph.site('PATCH', `${items}/${made.id}`, {
      body: { fields: { Title: 'lost' } },
      headers: { 'if-match': made.eTag },
    });
    expect([late.status, late.body.error.code]).toEqual([412, 'resourceModified']);
    expect((await graph.site('GET', `${items}/${made.id}/fields`)).body.Title).toBe('raced');
    const removed = await graph.site('DELETE', `${items}/${made.id}`, { headers: { 'if-match': made.eTag } });
    expect(removed.status).toBe(412);
  });

  it('takes the right eTag, a star, or none at all', async () => {
    const made = await graph.item('Orders', { Title: 'free' });
    for (const headers of [{ 'if-match': made.eTag }, { 'if-match': '*' }, {}]) {
      const answer = await graph.site('PATCH', `${items}/${made.id}`, { body: { fields: { Score: 1 } }, headers });
      expect(answer.status).toBe(200);
    }
  });

  it('refuses an eTag without its quotes', async () => {
    const made = await graph.item('Orders', { Title: 'quotes' });
    const headers = { 'if-match': made.eTag.slice(1, -1) };
    const answer = await graph.site('PATCH', `${items}/${made.id}`, { body: { fields: {} }, headers });
    expect([answer.status, answer.body.error.innerError.code]).toEqual([400, 'malformedEntityTag']);
  });

  it('refuses the whole read fields object sent back', async () => {
    const { id, fields } = await graph.item('Orders', { Title: 'round trip' });
    const answer = await graph.site('PATCH', `${items}/${id}`, { body: { fields } });
    expect(answer.status).toBe(400);
  });

  it('keeps the versions before and restores one of them', async () => {
    const { id } = await graph.item('Orders', { Title: 'v1' });
    await graph.site('PATCH', `${items}/${id}`, { body: { fields: { Title: 'v2' } } });
    const versions = await graph.site('GET', `${items}/${id}/versions?$expand=fields`);
    const titles = versions.body.value.map((one) => [one.id, one.fields.Title]);
    expect(titles).toEqual([
      ['2.0', 'v2'],
      ['1.0', 'v1'],
    ]);
    expect((await graph.site('POST', `${items}/${id}/versions/1.0/restoreVersion`)).status).toBe(204);
    const after = await graph.site('GET', `${items}/${id}/fields`);
    expect(after.body).toMatchObject({ Title: 'v1', _UIVersionString: '3.0' });
  });

  it('deletes with 204 and no body, once', async () => {
    const { id } = await graph.item('Orders', { Title: 'gone', Key: 'free-again' });
    const gone = await graph.site('DELETE', `${items}/${id}`);
    expect([gone.status, gone.body, gone.headers.get('content-type')]).toEqual([204, '', null]);
    expect((await graph.site('DELETE', `${items}/${id}`)).body.error.code).toBe('itemNotFound');
    await expect(graph.item('Orders', { Key: 'free-again' })).resolves.toBeDefined();
  });
});
