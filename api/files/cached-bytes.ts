import { LRUCache } from 'lru-cache';
import type { Context } from '../context.ts';
import { contextPart } from '../context-part.ts';

/** Size of the cache of recently requested files, and how long they stay. */
const mostBytes = 64_000_000;
const largestFile = 16_000_000;
const cachedMs = 10 * 60_000;

interface Cached {
  files: LRUCache<string, Uint8Array>;
  /** Concurrent requests share one read. */
  underWay: Map<string, Promise<Uint8Array>>;
}
const cache = contextPart<Cached>('files/cachedBytes');
function cacheOf(context: Context): Cached {
  const known = cache.get(context) ?? {
    files: new LRUCache<string, Uint8Array>({
      maxSize: mostBytes,
      maxEntrySize: largestFile,
      ttl: cachedMs,
      sizeCalculation: (bytes) => bytes.length + 1,
    }),
    underWay: new Map<string, Promise<Uint8Array>>(),
  };
  cache.set(context, known);
  return known;
}

/**
 * A file by hash, read once for concurrent callers and cached for ten minutes: equal hashes are equal bytes. `read`
 * must return bytes with this hash; its error is thrown to all waiting, and nothing is cached.
 */
export async function bytesByHash(
  context: Context,
  hash: string,
  read: () => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const { files, underWay } = cacheOf(context);
  const known = files.get(hash) ?? underWay.get(hash);
  if (known) return known;
  const reading = read().finally(() => underWay.delete(hash));
  underWay.set(hash, reading);
  const bytes = await reading;
  files.set(hash, bytes);
  return bytes;
}
