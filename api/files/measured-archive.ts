import { unzipSync, zipSync } from 'fflate';

/** Largest unpacked size in bytes: twice a table of 50,000 people and twenty columns. */
const mostUnpacked = 60_000_000;

/**
 * The same archive (.xlsx), unpacked with its real size checked; undefined when too large. Readers of such files trust
 * the sizes an archive states, and a megabyte can hold a gigabyte, which no limit on a thread's heap counts. Throws for
 * an invalid archive.
 */
export function measuredArchive(bytes: Uint8Array): Uint8Array | undefined {
  let left = mostUnpacked;
  const unpacked = unzipSync(bytes, { filter: ({ originalSize }) => (left -= originalSize) >= 0 });
  return left < 0 ? undefined : zipSync(unpacked, { level: 0 });
}
