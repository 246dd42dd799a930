import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

interface Asked {
  request: Pick<Request, 'url' | 'method' | 'mode'>;
  respondWith(answer: Promise<Response>): void;
}
interface Waited {
  waitUntil(done: Promise<unknown>): void;
}
type Listener = (event: Partial<Asked & Waited>) => void;
const address = 'https://tab.example/tab/';
const listeners = new Map<string, Listener>();
/** What the device keeps: by cache, by address. */
const kept = new Map<string, Map<string, string>>();
let claimed: number;
let network: (url: string) => Promise<Response>;
/** Opens a store in place of the device's. */
let broken: (() => Promise<unknown>) | undefined;

const urlOf = (request: Request | string): string =>
  new URL(typeof request === 'string' ? request : request.url, address).href;
function cacheOf(name: string) {
  const cache = kept.get(name) ?? new Map<string, string>();
  kept.set(name, cache);
  const add = async (request: Request): Promise<void> => {
    cache.set(urlOf(request), `kept, asked by ${request.cache}`);
    return Promise.resolve();
  };
  return {
    add,
    addAll: (requests: readonly Request[]) => Promise.all(requests.map(add)),
    match: (asked: string) => {
      const found = cache.get(urlOf(asked));
      return Promise.resolve(found === undefined ? undefined : new Response(found));
    },
    put: async (asked: string, answer: Response) => void cache.set(urlOf(asked), await answer.text()),
  };
}

beforeAll(async () => {
  // A path alone is of the page's origin, as in a browser.
  class PageRequest extends Request {
    constructor(input: string, init?: RequestInit) {
      super(new URL(input, address), init);
    }
  }
  vi.stubGlobal('Request', PageRequest);
  vi.stubGlobal('self', {
    location: new URL(address),
    clients: { claim: () => Promise.resolve((claimed += 1)) },
    addEventListener: (type: string, listener: Listener) => listeners.set(type, listener),
  });
  vi.stubGlobal('__KEPT_FILES__', { version: 'v2', base: '/tab/', files: ['valid-origins.json', 'assets/plans.js'] });
  vi.stubGlobal('caches', {
    open: (name: string) => broken?.() ?? Promise.resolve(cacheOf(name)),
    keys: () => Promise.resolve([...kept.keys()]),
    delete: (name: string) => Promise.resolve(kept.delete(name)),
  });
  vi.stubGlobal('fetch', ({ url }: { url: string }) => network(url));
  await import('../../../tab/offline/service-worker.ts');
});
afterAll(() => void vi.unstubAllGlobals());
beforeEach(() => {
  kept.clear();
  claimed = 0;
  broken = undefined;
  network = () => Promise.resolve(new Response('from the network'));
});
afterEach(() => void vi.useRealTimers());

async function told(type: 'install' | 'activate'): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<Promise<unknown>>();
  listeners.get(type)?.({ waitUntil: (done: Promise<unknown>) => resolve(done) });
  await promise;
}
/** The answer; undefined where the browser answers by itself. */
async function asked(
  url: string,
  { mode = 'no-cors', method = 'GET' }: { mode?: RequestMode; method?: string } = {},
): Promise<string | undefined> {
  const answers: Promise<Response>[] = [];
  const request = { url: new URL(url, address).href, method, mode };
  listeners.get('fetch')?.({ request, respondWith: (answer: Promise<Response>) => void answers.push(answer) });
  return (await answers[0])?.text();
}

describe('the service worker', () => {
  it('keeps the files of the plans and the page, which is fetched anew', async () => {
    await told('install');
    expect(Object.fromEntries(kept.get('tab-files-v2') ?? [])).toEqual({
      [`${address}valid-origins.json`]: 'kept, asked by default',
      [`${address}assets/plans.js`]: 'kept, asked by default',
      [address]: 'kept, asked by reload',
    });
  });

  it('forgets the files of older versions, and nothing else that the device keeps', async () => {
    for (const name of ['tab-files-v1', 'tab-files-v2', 'pocket']) cacheOf(name);
    await told('activate');
    expect([...kept.keys()]).toEqual(['tab-files-v2', 'pocket']);
    expect(claimed).toBe(1);
  });

  it('answers from the network while it can, and with what is kept when the server fails or there is no network', async () => {
    await told('install');
    expect(await asked('risks', { mode: 'navigate' })).toBe('from the network');
    network = () => Promise.resolve(new Response('not there', { status: 404 }));
    expect(await asked('valid-origins.json')).toBe('not there');
    network = () => Promise.resolve(new Response('failed', { status: 500 }));
    expect(await asked('risks', { mode: 'navigate' })).toBe('kept, asked by reload');
    network = () => Promise.reject(new TypeError('no network'));
    expect(await asked('risks', { mode: 'navigate' })).toBe('kept, asked by reload');
    expect(await asked('valid-origins.json')).toBe('kept, asked by default');
  });

  it('waits five seconds for the network', async () => {
    await told('install');
    vi.useFakeTimers();
    network = () => new Promise(() => undefined);
    let answer: string | undefined;
    void asked('', { mode: 'navigate' }).then((text) => (answer = text));
    await vi.advanceTimersByTimeAsync(4_999);
    expect(answer).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    expect(answer).toBe('kept, asked by reload');
  });

  it('asks once for a file whose name is its content, and keeps only what was there', async () => {
    expect(await asked('assets/page-1.js')).toBe('from the network');
    network = () => Promise.resolve(new Response('gone', { status: 404 }));
    expect(await asked('assets/page-1.js')).toBe('from the network');
    expect(await asked('assets/page-2.js')).toBe('gone');
    network = () => Promise.resolve(new Response('there again'));
    expect(await asked('assets/page-2.js')).toBe('there again');
  });

  it('leaves to the browser what is not the tab’s own, is not read, or is of no use without a network', async () => {
    for (const url of ['https://other.example/tab/assets/a.js', '/api/me', 'image.png'])
      expect(await asked(url), url).toBeUndefined();
    expect(await asked('assets/page-1.js', { method: 'POST' })).toBeUndefined();
  });
});

describe('the service worker › with a device whose store is broken', () => {
  it.each([
    ['cannot be opened', () => Promise.reject(new DOMException('broken', 'UnknownError'))],
    [
      'cannot be read',
      () => Promise.resolve({ match: () => Promise.reject(new DOMException('broken', 'UnknownError')) }),
    ],
    [
      'is empty and takes nothing',
      () =>
        Promise.resolve({
          match: () => Promise.resolve(undefined),
          put: () => Promise.reject(new DOMException('full', 'QuotaExceededError')),
        }),
    ],
  ])('lets the network answer: one that %s', async (_, opened) => {
    broken = opened;
    expect(await asked('', { mode: 'navigate' })).toBe('from the network');
    expect(await asked('assets/page-1.js')).toBe('from the network');
    expect(await asked('valid-origins.json')).toBe('from the network');
  });
});
