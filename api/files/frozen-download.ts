import type { Context } from '../context.ts';
import { conflict, digest } from '../kernel/index.ts';
import { bytesByHash } from './cached-bytes.ts';
import type { ProvenFile } from './store-file.ts';

/**
 * The frozen bytes, with a download name. 1 resource unit, none when cached. Throws AppError: conflict `files.changed`
 * when the library no longer has those bytes, missing, unavailable.
 */
export async function frozenDownload(
  context: Context,
  { id, versionId, hash, name }: ProvenFile,
): Promise<{ fileName: string; bytes: Uint8Array }> {
  const isProven = (bytes: Uint8Array) => digest(bytes) === hash;
  const bytes = await bytesByHash(context, hash, async () => {
    const read = await context.documents.download(id, { versionId });
    if (isProven(read)) return read;
    // A newer version may have been added during the request: this one then has its own bytes.
    const again = await context.documents.download(id, { versionId });
    if (!isProven(again)) throw conflict('files.changed');
    return again;
  });
  return { fileName: name, bytes };
}
