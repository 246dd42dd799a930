import { describe, expect, it } from 'vitest';
import type { Fetch } from '../../../api/kernel/index.ts';
import { encodedPath } from '../../../api/sharepoint/document-library.ts';
import { createGraph, createUnitBudget, documentLibrary } from '../../../api/sharepoint/index.ts';

describe('encodedPath', () => {
  it('encodes each part on its own', () => {
    expect(encodedPath('Årshjul 2026/Plan #1 50%.docx')).toBe('%C3%85rshjul%202026/Plan%20%231%2050%25.docx');
  });

  it.each(['a:b', 'a?b', 'a|b', '~temp', 'ends.', 'a//b', '', '/a', 'a\\b', 'a*', 'a\nb'])('refuses "%s"', (path) => {
    expect(() => encodedPath(path)).toThrowError(expect.objectContaining({ code: 'sharepoint.fileName' }));
  });
});

const graphHost = 'https://graph.microsoft.com';
const siteHost = 'https://x.sharepoint.com';
const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });

/** A SharePoint with one file that loses responses on demand. */
function aLibrary({ loseParts = [] as number[], throttled = '', times = Infinity } = {}) {
  let refusals = throttled === '' ? 0 : times;
  const requests: { method: string; url: string; token: boolean; range?: string }[] = [];
  let stored: Uint8Array<ArrayBuffer> = Buffer.alloc(0);
  let parts = 0;
  const partAnswer = (init: RequestInit, headers: Headers): Response => {
    parts += 1;
    const [, from, total] = /bytes (\d+)-\d+\/(\d+)/.exec(headers.get('content-range') ?? '') ?? [];
    if (Number(from) !== stored.length) return json(416, { error: { code: 'invalidRange' } });
    stored = Buffer.concat([stored, init.body as Uint8Array]);
    if (loseParts.includes(parts)) throw new TypeError('fetch failed');
    const done = stored.length === Number(total);
    return done ? json(201, { id: 'f-1', name: 'a.bin' }) : json(202, { nextExpectedRanges: [`${stored.length}-`] });
  };
  const fetch: Fetch = async (url, init = {}) => {
    const headers = new Headers(init.headers);
    const method = init.method ?? 'GET';
    const range = headers.get('content-range');
    requests.push({ method, url, token: headers.has('authorization'), ...(range ? { range } : {}) });
    const path = decodeURIComponent(new URL(url).pathname);
    if (url.startsWith(siteHost)) {
      if (refusals > 0) {
        refusals -= 1;
        return new Response('', { status: 429, headers: { 'Retry-After': throttled } });
      }
      if (path === '/bytes') return new Response(stored);
      return method === 'PUT' ? partAnswer(init, headers) : json(200, { nextExpectedRanges: [`${stored.length}-`] });
    }
    if (path.endsWith('/lists')) return json(200, { value: [{ id: 'l-1', name: 'Documents' }] });
    if (path.endsWith('/drive')) return json(200, { id: 'b!1' });
    if (path.endsWith('/createUploadSession')) return json(200, { uploadUrl: `${siteHost}/up?session=1` });
    if (path.endsWith('/versions')) return json(200, { value: [{ id: '2.0' }, { id: '1.0' }] });
    if (method === 'PUT') {
      stored = Buffer.from(init.body as Uint8Array);
      return json(201, { id: 'f-1', name: 'a.bin', size: stored.length, eTag: '"{A},1"', webUrl: `${siteHost}/a.bin` });
    }
    return new Response(null, { status: 302, headers: { Location: `${siteHost}/bytes?temporary=1` } });
  };
  const graph = createGraph({ fetch, accessToken: async () => 't', budget: createUnitBudget(), userAgent: 'x' });
  return { library: documentLibrary(graph, fetch, 'h,a,b', 'Documents'), requests, stored: () => stored };
}

describe('document library', () => {
  it('stores a small file in one call and tells its version and hash', async () => {
    const { library, requests, stored } = aLibrary();
    const whole = new TextEncoder().encode('  abc  ');
    const file = await library.upload('2026/Bilag #1.txt', whole.subarray(2, 5));
    expect(file).toMatchObject({
      ...{ id: 'f-1', size: 3, versionId: '2.0', etag: '"{A},1"' },
      hash: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    });
    expect(new TextDecoder().decode(stored())).toBe('abc');
    const put = requests.find(({ method }) => method === 'PUT');
    expect(put?.url).toBe(
      `${graphHost}/v1.0/drives/b!1/root:/2026/Bilag%20%231.txt:/content?@microsoft.graph.conflictBehavior=replace`,
    );
  });

  it('stores a large file in parts, in order, without our token, and tells how far it is', async () => {
    const { library, requests, stored } = aLibrary();
    const bytes = new Uint8Array(12 * 1024 * 1024).map((_, index) => index % 251);
    const progress: number[] = [];
    await library.upload('big.bin', bytes, { onProgress: (sent) => void progress.push(sent) });
    expect(Buffer.compare(stored(), bytes)).toBe(0);
    const part = 5 * 1024 * 1024;
    expect(progress).toEqual([part, 2 * part, bytes.length]);
    const puts = requests.filter(({ url }) => url.startsWith(siteHost));
    expect(puts.map(({ range }) => range?.split('-')[0])).toEqual(['bytes 0', `bytes ${part}`, `bytes ${2 * part}`]);
    expect(puts.some(({ token }) => token)).toBe(false);
  });

  it('asks how far an upload came when the answer to a part was lost', async () => {
    const { library, stored } = aLibrary({ loseParts: [1, 2] });
    const bytes = new Uint8Array(12 * 1024 * 1024).map((_, index) => index % 241);
    await library.upload('big.bin', bytes);
    expect(Buffer.compare(stored(), bytes)).toBe(0);
  });

  it('fetches a file from SharePoint without handing over our token', async () => {
    const { library, requests } = aLibrary();
    await library.upload('a.txt', new TextEncoder().encode('hej'));
    requests.splice(0);
    expect(new TextDecoder().decode(await library.download('f-1', { versionId: '1.0' }))).toBe('hej');
    expect(requests.map(({ url, token }) => [new URL(url).host, token])).toEqual([
      ['graph.microsoft.com', true],
      ['x.sharepoint.com', false],
    ]);
    expect(requests[0]?.url).toContain('/items/f-1/versions/1.0/content');
  });

  it('lets nobody wait as long as SharePoint’s own host may ask for, neither in seconds nor until a time', async () => {
    for (const asked of ['120', new Date(Date.now() + 120_000).toUTCString()]) {
      const { library, requests } = aLibrary({ throttled: asked });
      const busy = { kind: 'unavailable', code: 'sharepoint.away' };
      await expect(library.download('f-1')).rejects.toMatchObject(busy);
      await expect(library.upload('big.bin', new Uint8Array(5 * 1024 * 1024))).rejects.toMatchObject(busy);
      // One request each: after two minutes it would be repeated.
      expect(requests.filter(({ url }) => url.startsWith(siteHost))).toHaveLength(2);
    }
  });

  it('comes back after a short wait', async () => {
    const { library } = aLibrary({ throttled: '1', times: 1 });
    expect(await library.download('f-1')).toHaveLength(0);
  });
});
