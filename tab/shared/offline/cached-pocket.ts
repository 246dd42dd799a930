import type { PocketView } from '../../../api/contingency/contract.ts';
import { ApiError } from '../api/api-error.ts';
import { readerId } from '../teams/host.ts';

/** Incremented when the stored shape changes: older copies are then deleted. */
const prefix = 'kept-plans-';
const cacheName = `${prefix}1`;
const keptAt = 'x-kept-at';

/** The stored plans, and when they were stored. */
export interface CachedPocket {
  pocket: PocketView;
  at: string;
}

const addressOf = (personId: string) => `${import.meta.env.BASE_URL}kept/${encodeURIComponent(personId)}`;

/** Deletes copies under other names from the device. */
async function forgetBut(name?: string): Promise<void> {
  const others = (await caches.keys()).filter((one) => one.startsWith(prefix) && one !== name);
  await Promise.all(others.map((one) => caches.delete(one)));
}

/**
 * Stores the reader's plans on the device and deletes other people's, and copies of another shape. Does nothing without
 * storage.
 */
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
    // A private window or a full device: the plans are then read from the server only.
  }
}

/** Our own server says that the reader has no plans here any more; a refusing proxy does not count. */
export const isWithdrawn = (error: unknown): boolean =>
  error instanceof ApiError && error.kind === 'forbidden' && error.code !== error.kind;

/** Deletes the stored plans. */
export async function forgetPocket(): Promise<void> {
  try {
    await forgetBut();
  } catch {
    // Without storage there is nothing to delete.
  }
}

/** The reader's own copy, from the device: needs neither network nor sign-in. */
export async function cachedPocket(): Promise<CachedPocket | undefined> {
  const reader = readerId();
  if (reader === undefined) return undefined;
  try {
    const kept = await (await caches.open(cacheName)).match(addressOf(reader));
    const at = kept?.headers.get(keptAt);
    if (!kept || !at) return undefined;
    // The stored copy is an API answer of the contract's type.
    const pocket = (await kept.json()) as PocketView;
    return pocket.personId === reader ? { pocket, at } : undefined;
  } catch {
    return undefined;
  }
}
