import { LRUCache } from 'lru-cache';
import type { Context } from '../context.ts';
import { contextPart } from '../context-part.ts';

/** Bytes of files that were asked for lately, and how long they are given again without asking the library. */
const mostBytes = 64_000_000;
const largestFile = 16_000_000;
const keptMs = 10 * 60_000;

interface Kept {
  files: LRUCache<string, Uint8Array>;
  /** Whoever asks for the same meanwhile waits for the same. */
  underWay: Map<string, Promise<Uint8Array>>;
}
const kept = contextPart<Kept>('files/keptBytes');
function keptOf(context: Context): Kept {
  const known = kept.get(context) ?? {
    files: new LRUCache<string, Uint8Array>({
      maxSize: mostBytes,
      maxEntrySize: largestFile,
      ttl: keptMs,
      sizeCalculation: (bytes) => bytes.length + 1,
    }),
    underWay: new Map<string, Promise<Uint8Array>>(),
  };
  kept.set(context, known);
  return known;
}

/**
 * A file by its hash, read once however many ask for it at the same time, and not again for ten minutes: the same hash is
 * the same bytes. `read` must give bytes that have this hash; what it throws is thrown to all who wait, and nothing is kept.
 */
export async function bytesByHash(
  context: Context,
  hash: string,
  read: () => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const { files, underWay } = keptOf(context);
  const known = files.get(hash) ?? underWay.get(hash);
  if (known) return known;
  const reading = read().finally(() => underWay.delete(hash));
  underWay.set(hash, reading);
  const bytes = await reading;
  files.set(hash, bytes);
  return bytes;
}
