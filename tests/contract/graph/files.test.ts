import { FileUpload, LargeFileUploadTask, ResponseType } from '@microsoft/microsoft-graph-client';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { siteHost, siteId } from '../../../teams-app/emulator/municipality.ts';
import { startGraph, type GraphWorld } from './world.ts';

let graph: GraphWorld;
let drive: string;
beforeAll(async () => {
  graph = await startGraph();
  drive = `/drives/${(await graph.site('GET', '/drive')).body.id}`;
});
afterAll(() => graph.close());
afterEach(() => {
  graph.emulator.world.faults.reset();
  vi.useRealTimers();
});

const step = 320 * 1024;
const put = (path: string, text: string, headers = {}) =>
  graph.ask('PUT', `${drive}/root:/${path}:/content`, { body: new TextEncoder().encode(text), headers });
const at = (path: string, tail = '') => `${drive}/root:/${path}${tail && `:${tail}`}`;
const plain = async (url: string, init: RequestInit = {}) => {
  const response = await graph.fetch(url, init);
  return { status: response.status, headers: response.headers, text: await response.text() };
};

describe('small files', () => {
  it('are made with 201 and replaced with 200, under folders that come by themselves', async () => {
    const made = await put('plans/2026/plan.txt', 'one');
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ name: 'plan.txt', size: 3, file: { mimeType: 'text/plain' } });
    expect(made.body.id).toMatch(/^01[A-Z2-7]{32}$/);
    expect(made.body.eTag).toMatch(/^"\{[0-9A-F-]{36}\},\d+"$/);
    expect(made.body.cTag).toMatch(/^"c:\{[0-9A-F-]{36}\},1"$/);
    const again = await put('plans/2026/plan.txt', 'two!');
    expect([again.status, again.body.id, again.body.size]).toEqual([200, made.body.id, 4]);
    const children = await graph.ask('GET', at('plans', '/children'));
    expect(children.body.value.map((one) => one.name)).toEqual(['2026']);
  });

  it('take encoded names, and refuse what SharePoint refuses', async () => {
    expect((await put(encodeURIComponent('Beredskab #1 & 50%.txt'), 'x')).body.name).toBe('Beredskab #1 & 50%.txt');
    for (const name of ['a*b.txt', 'a|b.txt', 'a"b.txt', '~temp.txt', 'ends.']) {
      expect((await put(encodeURIComponent(name), 'x')).status).toBe(400);
    }
  });

  it('are addressed by path, by id and below their parent', async () => {
    const { body } = await put('addresses/file.txt', 'x');
    const folder = (await graph.ask('GET', at('addresses'))).body.id;
    for (const path of [at('addresses/file.txt'), `${drive}/items/${body.id}`, `${drive}/items/${folder}:/file.txt`]) {
      expect((await graph.ask('GET', path)).body.id).toBe(body.id);
    }
    expect((await graph.site('GET', '/drive/root:/addresses/file.txt')).body.id).toBe(body.id);
  });

  it('answer 409 nameAlreadyExists when the upload may not replace', async () => {
    await put('clash.txt', 'x');
    const query = '?@microsoft.graph.conflictBehavior=fail';
    const clash = await graph.ask('PUT', `${at('clash.txt', '/content')}${query}`, { body: new Uint8Array([1]) });
    expect([clash.status, clash.body.error.code]).toEqual([409, 'nameAlreadyExists']);
  });

  it('answer 412 to an old eTag', async () => {
    const { body } = await put('raced.txt', 'one');
    await put('raced.txt', 'two');
    expect((await put('raced.txt', 'three', { 'if-match': body.eTag })).status).toBe(412);
  });

  it('keep their versions', async () => {
    const { body } = await put('versions.txt', 'first');
    await put('versions.txt', 'second');
    const versions = await graph.ask('GET', `${drive}/items/${body.id}/versions`);
    expect(versions.body.value.map((one) => [one.id, one.size])).toEqual([
      ['2.0', 6],
      ['1.0', 5],
    ]);
    const old = await graph.ask('GET', `${drive}/items/${body.id}/versions/1.0/content`);
    expect((await plain(old.headers.get('location') ?? '')).text).toBe('first');
    const newest = await graph.ask('GET', `${drive}/items/${body.id}/versions/2.0/content`);
    expect([newest.status, newest.body.error.code]).toEqual([400, 'invalidRequest']);
  });

  it('carry list columns, whose change makes a new eTag but not a new cTag', async () => {
    const library = await graph.list('Library', [{ name: 'Kind', text: {} }], 'documentLibrary');
    const base = `/lists/${library}/drive/root:/doc.txt`;
    const { body } = await graph.site('PUT', `${base}:/content`, { body: new Uint8Array([1]) });
    const fields = await graph.site('PATCH', `${base}:/listItem/fields`, { body: { Kind: 'plan' } });
    expect(fields.body.Kind).toBe('plan');
    const after = await graph.site('GET', base);
    expect(after.body.cTag).toBe(body.cTag);
    expect(after.body.eTag).not.toBe(body.eTag);
    const row = (await graph.site('GET', `/lists/${library}/items?$expand=fields,driveItem`)).body.value[0];
    expect(row).toMatchObject({ fields: { Kind: 'plan', FileLeafRef: 'doc.txt' }, driveItem: { name: 'doc.txt' } });
    expect(row?.eTag).toMatch(/^"\{[0-9A-F-]{36}\},2"$/);
  });
});

describe('downloads', () => {
  it('are a 302 to a short-lived address on another host that asks for no token', async () => {
    await put('down.txt', 'hello world');
    const answer = await graph.ask('GET', at('down.txt', '/content'));
    expect(answer.status).toBe(302);
    const location = answer.headers.get('location') ?? '';
    expect(new URL(location).host).toBe(siteHost);
    expect((await plain(location)).text).toBe('hello world');
    const part = await plain(location, { headers: { range: 'bytes=6-10' } });
    expect([part.status, part.text, part.headers.get('content-range')]).toEqual([206, 'world', 'bytes 6-10/11']);
    vi.useFakeTimers({ now: Date.now() + 2 * 3600 * 1000, toFake: ['Date'] });
    expect((await plain(location)).status).toBe(401);
  });

  it('cannot be had with a twisted address', async () => {
    const { body } = await put('secret.txt', 'x');
    const url = body['@microsoft.graph.downloadUrl'] as string;
    expect((await plain(url.replace(/tempauth=./, 'tempauth=A'))).status).toBe(401);
    expect((await plain(url)).status).toBe(200);
  });

  it('answer 304 to the cTag that one has', async () => {
    const { body } = await put('cached.txt', 'x');
    const answer = await graph.ask('GET', at('cached.txt', '/content'), {
      headers: { 'if-none-match': body.cTag as string },
    });
    expect(answer.status).toBe(304);
  });
});

describe('upload sessions', () => {
  const open = async (path: string, item = {}) =>
    (await graph.ask('POST', at(path, '/createUploadSession'), { body: { item } })).body.uploadUrl as string;
  const part = (url: string, from: number, to: number, total: number, headers = {}) =>
    plain(url, {
      method: 'PUT',
      headers: { 'content-range': `bytes ${from}-${to}/${total}`, ...headers },
      body: new Uint8Array(to - from + 1),
    });

  it('take parts in order on another host, and give the file with the last', async () => {
    const url = await open('parts.bin');
    expect(new URL(url).host).toBe(siteHost);
    const first = await part(url, 0, step - 1, step + 10);
    expect(first.status).toBe(202);
    expect(JSON.parse(first.text)).toMatchObject({ nextExpectedRanges: [`${step}-`] });
    const status = await plain(url);
    expect(JSON.parse(status.text)).toMatchObject({ nextExpectedRanges: [`${step}-`] });
    const last = await part(url, step, step + 9, step + 10);
    expect([last.status, (JSON.parse(last.text) as { size: number }).size]).toEqual([201, step + 10]);
    expect((await plain(url)).status).toBe(404);
  });

  it('take a token beside their address, and refuse it where the switch says so', async () => {
    const token = { authorization: 'Bearer x' };
    const total = step * 2;
    expect((await part(await open('with-token.bin'), 0, step - 1, total, token)).status).toBe(202);
    graph.emulator.world.faults.put({ graph: { strictUploadToken: true } });
    expect((await part(await open('with-token-2.bin'), 0, step - 1, total, token)).status).toBe(401);
  });

  it('keep the times that the file had where it came from', async () => {
    const fileSystemInfo = {
      createdDateTime: '2020-01-02T03:04:05Z',
      lastModifiedDateTime: '2021-01-02T03:04:05.678Z',
    };
    const answer = await part(await open('old.bin', { fileSystemInfo }), 0, 4, 5);
    expect(JSON.parse(answer.text)).toMatchObject({
      fileSystemInfo: { createdDateTime: '2020-01-02T03:04:05Z', lastModifiedDateTime: '2021-01-02T03:04:05Z' },
    });
  });

  it('refuse an overlap, a gap, an odd size and a false range', async () => {
    const url = await open('refused.bin');
    const total = step * 3;
    expect((await part(url, 0, 99, total)).status).toBe(400);
    expect((await part(url, 0, step - 1, total)).status).toBe(202);
    const overlap = await part(url, 0, step - 1, total);
    expect([overlap.status, overlap.text]).toEqual([416, expect.stringContaining('fragmentOverlap')]);
    expect((await part(url, step * 2, step * 3 - 1, total)).status).toBe(416);
    const lying = { 'content-range': `bytes ${step}-${step + 5}/${total}` };
    expect((await plain(url, { method: 'PUT', headers: lying, body: new Uint8Array(3) })).status).toBe(400);
    expect((await plain(url, { method: 'DELETE' })).status).toBe(204);
    expect((await part(url, step, step * 2 - 1, total)).status).toBe(404);
  });

  it('clash at the end unless they may replace or rename', async () => {
    await put('taken.bin', 'x');
    const finish = async (item: object) => {
      const answer = await part(await open('taken.bin', item), 0, 4, 5);
      return { status: answer.status, body: JSON.parse(answer.text) as { name?: string; error?: { code: string } } };
    };
    const clash = await finish({});
    expect([clash.status, clash.body.error?.code]).toEqual([409, 'nameAlreadyExists']);
    expect((await finish({ '@microsoft.graph.conflictBehavior': 'replace' })).status).toBe(200);
    const renamed = await finish({ '@microsoft.graph.conflictBehavior': 'rename' });
    expect([renamed.status, renamed.body.name]).toEqual([201, 'taken 1.bin']);
  });

  it('wait for a POST when the commit is deferred', async () => {
    const body = { item: {}, deferCommit: true };
    const opened = await graph.ask('POST', at('deferred.bin', '/createUploadSession'), { body });
    const url = opened.body.uploadUrl as string;
    expect((await part(url, 0, 4, 5)).status).toBe(202);
    expect((await graph.ask('GET', at('deferred.bin'))).status).toBe(404);
    expect((await plain(url, { method: 'POST' })).status).toBe(201);
  });

  it('are driven by the upload task of Microsoft’s own client, which sends them no token', async () => {
    const client = await graph.client();
    const bytes = new Uint8Array(step * 2 + 123).fill(7);
    const session = await LargeFileUploadTask.createUploadSession(
      client,
      `/sites/${siteId}/drive/root:/by-task.bin:/createUploadSession`,
      { item: { '@microsoft.graph.conflictBehavior': 'rename' } },
    );
    const file = new FileUpload(bytes, 'by-task.bin', bytes.byteLength);
    const task = new LargeFileUploadTask(client, file, session, { rangeSize: step });
    const { responseBody } = await task.upload();
    expect(responseBody).toMatchObject({ name: 'by-task.bin', size: bytes.byteLength });
    const downloaded: unknown = await client
      .api(`/sites/${siteId}/drive/root:/by-task.bin:/content`)
      .responseType(ResponseType.ARRAYBUFFER)
      .get();
    expect((downloaded as ArrayBuffer).byteLength).toBe(bytes.byteLength);
  });
});
