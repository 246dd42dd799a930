import { keptFiles, type Fetching, type WorkerScope } from './worker-types.ts';

declare const self: WorkerScope;

/**
 * Caches the tab's files that the plans need, so that they open without a network or while the server does not respond.
 * API responses are not cached here: the page stores the plans itself, per reader. A new version waits until the old
 * one is closed, so that a page never loses its files.
 */
const { version, base, files } = keptFiles;
const prefix = 'tab-files-';
const cacheName = prefix + version;
/** A network silent for so long counts as none. */
const patienceMilliseconds = 5_000;

async function keepAll(): Promise<void> {
  const cache = await caches.open(cacheName);
  await cache.addAll(files.map((file) => new Request(base + file)));
  await cache.add(new Request(base, { cache: 'reload' }));
}

async function forgetOld(): Promise<void> {
  const old = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== cacheName);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** The cached response of an address. On a broken store nothing, without failing the network's response. */
async function cachedResponse(address: string): Promise<Response | undefined> {
  try {
    return await (await caches.open(cacheName)).match(address);
  } catch {
    return undefined;
  }
}

/** The network's response, or the cached one on a timeout or server error. */
async function networkFirst(request: Request, kept: string): Promise<Response> {
  const copy = await cachedResponse(kept);
  if (!copy) return fetch(request);
  const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), patienceMilliseconds));
  const answer = await Promise.race([fetch(request).catch(() => undefined), late]);
  return answer && answer.status < 500 ? answer : copy;
}

async function keep(address: string, answer: Response): Promise<void> {
  try {
    await (await caches.open(cacheName)).put(address, answer);
  } catch {
    // A full device: fetched again next time.
  }
}

/** A file with a content hash never changes. */
async function cacheFirst(request: Request): Promise<Response> {
  const known = await cachedResponse(request.url);
  if (known) return known;
  const answer = await fetch(request);
  if (answer.ok) await keep(request.url, answer.clone());
  return answer;
}

function onFetch(event: Fetching): void {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin || !pathname.startsWith(base)) return;
  if (request.mode === 'navigate') return event.respondWith(networkFirst(request, base));
  if (pathname.startsWith(`${base}assets/`)) return event.respondWith(cacheFirst(request));
  if (files.includes(pathname.slice(base.length))) event.respondWith(networkFirst(request, pathname));
}

self.addEventListener('install', (event) => event.waitUntil(keepAll()));
self.addEventListener('activate', (event) => event.waitUntil(forgetOld()));
self.addEventListener('fetch', onFetch);
