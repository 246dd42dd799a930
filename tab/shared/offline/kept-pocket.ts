import type { PocketView } from '../../../api/contingency/contract.ts';
import { ApiError } from '../api/api-error.ts';
import { readerId } from '../teams/host.ts';

/** Another number when the shape of what is kept changes: an old copy is then forgotten. */
const prefix = 'kept-plans-';
const cacheName = `${prefix}1`;
const keptAt = 'x-kept-at';

/** What lies on the device, and when it was put there. */
export interface KeptPocket {
  pocket: PocketView;
  at: string;
}

const addressOf = (personId: string) => `${import.meta.env.BASE_URL}kept/${encodeURIComponent(personId)}`;

/** Takes what was kept under other names off the device. */
async function forgetBut(name?: string): Promise<void> {
  const others = (await caches.keys()).filter((one) => one.startsWith(prefix) && one !== name);
  await Promise.all(others.map((one) => caches.delete(one)));
}

/** Keeps the reader's plans on the device and drops everybody else's, and copies of another shape. Does nothing where the browser keeps nothing. */
export async function keepPocket(pocket: PocketView): Promise<void> {
  const reader = readerId();
  if (reader === undefined || pocket.personId !== reader) return;
  try {
    await forgetBut(cacheName);
    const cache = await caches.open(cacheName);
    const own = new URL(addressOf(reader), location.origin).href;
    for (const { url } of await cache.keys()) if (url !== own) await cache.delete(url);
    const headers = { 'content-type': 'application/json', [keptAt]: new Date().toISOString() };
    await cache.put(own, new Response(JSON.stringify(pocket), { headers }));
  } catch {
    // A private window or a full device: the plans are then only read from the server.
  }
}

/** Our own server says that the reader has nothing here any more; a proxy on the way that refuses says nothing of it. */
export const isWithdrawn = (error: unknown): boolean =>
  error instanceof ApiError && error.kind === 'forbidden' && error.code !== error.kind;

/** Takes the plans off the device. */
export async function forgetPocket(): Promise<void> {
  try {
    await forgetBut();
  } catch {
    // Where nothing can be kept there is nothing to forget.
  }
}

/** The reader's own copy, straight from the device: it needs neither network nor sign-in. */
export async function keptPocket(): Promise<KeptPocket | undefined> {
  const reader = readerId();
  if (reader === undefined) return undefined;
  try {
    const kept = await (await caches.open(cacheName)).match(addressOf(reader));
    const at = kept?.headers.get(keptAt);
    if (!kept || !at) return undefined;
    // What is kept is an answer of the API, whose type the contract gives.
    const pocket = (await kept.json()) as PocketView;
    return pocket.personId === reader ? { pocket, at } : undefined;
  } catch {
    return undefined;
  }
}
