import { unzipSync, zipSync } from 'fflate';

/** Bytes of all that lies in an archive: twice what a table of 50,000 people and twenty columns holds. */
const mostUnpacked = 60_000_000;

/**
 * The same archive (.xlsx), with what lies in it no larger than it says and not packed any more; undefined when
 * it would be too large. Readers of such files take an archive's word for what it holds, and a megabyte can hold a
 * gigabyte, which no limit on a thread's heap counts. Throws for what is no archive.
 */
export function measuredArchive(bytes: Uint8Array): Uint8Array | undefined {
  let left = mostUnpacked;
  const unpacked = unzipSync(bytes, { filter: ({ originalSize }) => (left -= originalSize) >= 0 });
  return left < 0 ? undefined : zipSync(unpacked, { level: 0 });
}
