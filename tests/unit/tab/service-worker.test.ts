import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

type Listener = (event: {
  request: Pick<Request, 'url' | 'method' | 'mode'>;
  respondWith(answer: Promise<Response>): void;
}) => void;
const address = 'https://tab.example/tab/';
const listeners = new Map<string, Listener>();
/** The device's response to storage requests. */
let open: () => Promise<unknown>;
beforeAll(async () => {
  vi.stubGlobal('self', {
    location: new URL(address),
    addEventListener: (type: string, listener: Listener) => listeners.set(type, listener),
  });
  vi.stubGlobal('__KEPT_FILES__', { version: 'v1', base: '/tab/', files: ['valid-origins.json'] });
  vi.stubGlobal('caches', { open: () => open() });
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('from the network')));
  await import('../../../tab/offline/service-worker.ts');
});
afterAll(() => void vi.unstubAllGlobals());

async function asked(path: string, mode: RequestMode = 'no-cors'): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<Response>();
  listeners.get('fetch')?.({ request: { url: address + path, method: 'GET', mode }, respondWith: resolve });
  return (await promise).text();
}

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
  ])('lets the network answer: one that %s', async (_, broken) => {
    open = broken;
    expect(await asked('', 'navigate')).toBe('from the network');
    expect(await asked('assets/page-1.js')).toBe('from the network');
    expect(await asked('valid-origins.json')).toBe('from the network');
  });
});
