import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { z } from 'zod';

/**
 * A backup is a folder: `lists/<name>.jsonl` (an item a line, by id, fields as in SharePoint), `library.jsonl` (a file
 * of the library a line), `files/<sha-256>` (the bytes of a version), and `manifest.json`, which is written last:
 * without it the backup is incomplete.
 */
export const manifest = z.object({
  version: z.literal(1),
  madeAt: z.iso.datetime(),
  /** Its source, for people. */
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

/** The library's files, a line each. */
export const libraryIndex = 'library.jsonl';
/** Lists specific to one site or one run of the program: not transferred. */
export const leftOut: ReadonlySet<string> = new Set(['ProvisionedLists']);
/** Folder of the library reserved for the program. */
export const systemFolder = 'System/';
/** In the library during a restore. */
export const restoreMarker = `${systemFolder}restore.json`;

/** SHA-256 of a file, read in chunks. */
export async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return hash.digest('hex');
}
