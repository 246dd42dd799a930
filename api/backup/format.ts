import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { z } from 'zod';

/**
 * A backup is a folder: `lists/<name>.jsonl` (an item a line, in the order of their ids, fields as SharePoint holds them),
 * `library.jsonl` (a file of the library a line), `files/<sha-256>` (the bytes of a version), and `manifest.json`, which
 * is written last: without it the backup is not finished.
 */
export const manifest = z.object({
  version: z.literal(1),
  madeAt: z.iso.datetime(),
  /** Where it was taken, for people. */
  siteId: z.string(),
  lists: z.array(z.object({ name: z.string(), items: z.number().int().min(0), sha256: z.string() })).max(1_000),
  files: z.object({ count: z.number().int().min(0), sha256: z.string() }),
});
export type Manifest = z.output<typeof manifest>;

export const itemLine = z.object({ id: z.string().regex(/^\d+$/), fields: z.record(z.string(), z.unknown()) });
export type ItemLine = z.output<typeof itemLine>;

export const fileLine = z.object({
  id: z.string().min(1),
  path: z.string().min(1),
  versions: z
    .array(
      z.object({ id: z.string(), size: z.number(), modified: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
    )
    .min(1),
});
export type FileLine = z.output<typeof fileLine>;

/** The files of the library, a line each. */
export const libraryIndex = 'library.jsonl';
/** What belongs to one site, or to one run of the program, and is not carried to another. */
export const leftOut: ReadonlySet<string> = new Set(['ProvisionedLists']);
/** Folder of the library that the program keeps for itself. */
export const systemFolder = 'System/';
/** Stands in the library from the first to the last act of a restore. */
export const restoreMarker = `${systemFolder}restore.json`;

/** SHA-256 of a file, read in pieces. */
export async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return hash.digest('hex');
}
