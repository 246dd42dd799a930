import { keptFiles, type Fetching, type WorkerScope } from './worker-types.ts';

declare const self: WorkerScope;

/**
 * Keeps the files of the tab that the plans need, so that they can be opened without a network or while the server does
 * not answer. What the API says passes by untouched: the page keeps the plans itself, by whose they are. A new version
 * waits until the old one is closed, so that a page never loses its files.
 */
const { version, base, files } = keptFiles;
const prefix = 'tab-files-';
const cacheName = prefix + version;
/** A network that carries nothing for so long counts as none. */
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

/** The network's answer, and the kept one when there is none in time or the server is down. */
async function networkFirst(request: Request, kept: string): Promise<Response> {
  const copy = await (await caches.open(cacheName)).match(kept);
  if (!copy) return fetch(request);
  const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), patienceMilliseconds));
  const answer = await Promise.race([fetch(request).catch(() => undefined), late]);
  return answer && answer.status < 500 ? answer : copy;
}

/** A file whose name tells what is in it never changes. */
async function cacheFirst(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  const known = await cache.match(request.url);
  if (known) return known;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request.url, answer.clone()).catch(() => undefined);
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
