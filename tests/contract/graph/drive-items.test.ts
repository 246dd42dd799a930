import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { quickXorHash } from '../../../teams-app/emulator/graph/store/quick-xor-hash.ts';
import { startGraph, type GraphWorld } from './world.ts';

let graph: GraphWorld;
let drive: string;
beforeAll(async () => {
  graph = await startGraph();
  drive = `/drives/${(await graph.site('GET', '/drive')).body.id}`;
});
afterAll(() => graph.close());

const put = (path: string, text: string) =>
  graph.ask('PUT', `${drive}/root:/${path}:/content`, { body: new TextEncoder().encode(text) });
const at = (path: string, tail = '') => `${drive}/root:/${path}${tail && `:${tail}`}`;

describe('files and folders', () => {
  const patch = (id: string, body: unknown, headers = {}) =>
    graph.ask('PATCH', `${drive}/items/${id}`, { body, headers });
  const folder = async (name: string, parent = 'root') =>
    (await graph.ask('POST', `${drive}/items/${parent}/children`, { body: { name, folder: {} } })).body.id;

  it('are moved by their parentReference, and renamed in the same change', async () => {
    const [from, to] = [await folder('move from'), await folder('move to')];
    const { body } = await put('move%20from/a.txt', 'x');
    const moved = await patch(body.id, { parentReference: { id: to }, name: 'b.txt' });
    expect([moved.status, moved.body.id, moved.body.name]).toEqual([200, body.id, 'b.txt']);
    expect(moved.body).toMatchObject({ parentReference: { id: to, name: 'move to' } });
    expect((await graph.ask('GET', at('move%20to/b.txt'))).body.id).toBe(body.id);
    expect((await graph.ask('GET', `${drive}/items/${from}/children`)).body.value).toEqual([]);
    const back = await patch(body.id, { parentReference: { path: '/drive/root:/move%20from' } });
    expect(back.body).toMatchObject({ name: 'b.txt', parentReference: { id: from } });
    expect((await patch(body.id, { parentReference: { path: '/drive/root:' } })).status).toBe(200);
    expect((await graph.ask('GET', at('b.txt'))).body.id).toBe(body.id);
  });

  it('do not move onto a name that is taken, into themselves, into a file, to nowhere or to another drive', async () => {
    const [outer, other] = [await folder('outer'), await folder('other')];
    const inner = await folder('inner', outer);
    await put('outer/same.txt', 'x');
    const { body } = await put('other/same.txt', 'y');
    expect((await patch(body.id, { parentReference: { id: outer } })).status).toBe(409);
    expect((await patch(outer, { parentReference: { id: inner } })).status).toBe(400);
    expect((await patch(other, { parentReference: { id: body.id } })).status).toBe(400);
    expect((await patch(other, { parentReference: { id: '01NOWHERE' } })).status).toBe(404);
    expect((await patch(other, { parentReference: { driveId: 'b!other', id: outer } })).status).toBe(400);
    expect((await patch(other, {})).body.name).toBe('other');
  });

  it('hold the times that a client gives, until new bytes come', async () => {
    const { body } = await put('times.txt', 'x');
    const fileSystemInfo = { createdDateTime: '2020-01-01T00:00:00Z', lastModifiedDateTime: '2021-01-01T00:00:00Z' };
    const changed = await patch(body.id, { fileSystemInfo });
    expect(changed.body.fileSystemInfo).toEqual(fileSystemInfo);
    expect(changed.body.cTag).toBe(body.cTag);
    const renewed = await put('times.txt', 'xy');
    expect(renewed.body.fileSystemInfo).toMatchObject({ createdDateTime: '2020-01-01T00:00:00Z' });
    expect(renewed.body.fileSystemInfo).not.toMatchObject({ lastModifiedDateTime: '2021-01-01T00:00:00Z' });
    expect((await patch(body.id, { fileSystemInfo: { lastModifiedDateTime: 'soon' } })).status).toBe(400);
  });

  it.each(['', ':', ':/', ':/:', ':/sub', ':/sub/', ':/sub:', ':/sub/deep.txt', ':/sub/deep.txt:'])(
    'are addressed by id and path, also as items/{id}%s',
    async (tail) => {
      const { status, body } = await put('forms/sub/deep.txt', 'x');
      expect([200, 201]).toContain(status);
      const top = (await graph.ask('GET', at('forms'))).body.id;
      const wanted = /[^/:]+(?=[/:]*$)/.exec(`forms${tail}`)?.[0];
      expect((await graph.ask('GET', `${drive}/items/${top}${tail}`)).body.name).toBe(wanted);
      // `items/{id}:/children` is a file of that name.
      if (wanted === 'deep.txt' || tail === ':') return;
      const colon = tail === '' || tail.endsWith(':') ? '' : ':';
      const children = await graph.ask('GET', `${drive}/items/${top}${tail}${colon}/children`);
      expect(children.body.value.map(({ name }) => name)).toEqual([wanted === 'sub' ? 'deep.txt' : 'sub']);
      expect(body.name).toBe('deep.txt');
    },
  );

  it('are copied with all that is in them, and a monitor on the site tells how it went', async () => {
    const to = await folder('copies');
    await put('original/sub/a.txt', 'abc');
    const original = (await graph.ask('GET', at('original'))).body.id;
    const copy = async (query = '') => {
      const body = { parentReference: { id: to }, name: 'copied' };
      const { status, headers } = await graph.ask('POST', `${drive}/items/${original}/copy${query}`, { body });
      const monitor = await graph.fetch(headers.get('location') ?? '');
      return [
        status,
        (await monitor.json()) as { status: string; resourceId?: string; error?: { code: string } },
      ] as const;
    };
    const [status, done] = await copy();
    expect([status, done.status]).toEqual([202, 'completed']);
    expect((await graph.ask('GET', `${drive}/items/${done.resourceId}:/sub/a.txt`)).body).toMatchObject({ size: 3 });
    expect((await graph.ask('GET', at('original/sub/a.txt'))).status).toBe(200);
    expect((await copy())[1]).toMatchObject({ status: 'failed', error: { code: 'nameAlreadyExists' } });
    expect((await copy('?@microsoft.graph.conflictBehavior=rename'))[1].status).toBe('completed');
    expect((await graph.ask('GET', at('copies', '/children'))).body.value.map(({ name }) => name)).toEqual([
      'copied',
      'copied 1',
    ]);
  });

  it('are listed in pages', async () => {
    const many = await folder('many');
    for (const name of ['a', 'b', 'c']) await put(`many/${name}.txt`, name);
    const first = await graph.ask('GET', `${drive}/items/${many}/children?$top=2&$select=name`);
    const second = await graph.ask('GET', first.body['@odata.nextLink']);
    expect([...first.body.value, ...second.body.value].map(({ name }) => name)).toEqual(['a.txt', 'b.txt', 'c.txt']);
    expect(second.body).not.toHaveProperty('@odata.nextLink');
  });
});

/** Vectors of rclone's own tests (backend/onedrive/quickxorhash), equal to Microsoft's. */
const vectors = [
  ['', 'AAAAAAAAAAAAAAAAAAAAAAAAAAA='],
  ['Sg==', 'SgAAAAAAAAAAAAAAAQAAAAAAAAA='],
  ['jRRDVA==', 'jaDAEKgAAAAAAAAABAAAAAAAAAA='],
  ['2fuxhBJXtpWFe8dOfdGeHw==', 'O9tHLAghgSvYohKFyMMxnNCHaHg='],
  ['T6LYJIfDh81JrAK309H2JMJTXis=', 'zBTHrspn3mEcohlJdIUAbjGNaNg='],
  [
    'ikwCorI7PKWz17EI50jZCGbV9JU2E8bXVfxNMg5zdmqSZ2NlsQPp0kqYIPjzwTg1MBtfWPg53k0h0P2naJNEVgrqpoHTfV2b3pJ4m0zYPTJmUX4Bg/lOxcnCxAYKU29Y5F0U8Quz7ZXFBEweftXxJ7RS4r6N7BzJrPsLhY7hgck=',
    'imAoFvCWlDn4yVw3/oq1PDbbm6U=',
  ],
] as const;

describe('quickXorHash', () => {
  it.each(vectors)('of %s is %s', async (bytes, hash) => {
    const made = await graph.ask('PUT', at('hashed.bin', '/content'), { body: Buffer.from(bytes, 'base64') });
    expect(made.body.file).toMatchObject({ hashes: { quickXorHash: hash } });
  });

  it('is right far over its width of 160', () => {
    // By rclone 1.60: `rclone hashsum quickxor --base64` of 5000 times "x".
    expect(quickXorHash(Buffer.alloc(5_000, 'x'))).toBe('RS960Yte9KIXvehFp2nR8573vOc=');
  });
});
