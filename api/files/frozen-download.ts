import type { Context } from '../context.ts';
import { conflict, digest } from '../kernel/index.ts';
import type { ProvenFile } from './store-file.ts';

/**
 * Exactly the bytes that were frozen, with the name for the download. 1 resource unit. Throws AppError: conflict
 * `files.changed` when the library no longer holds those bytes, missing, unavailable.
 */
export async function frozenDownload(
  context: Context,
  { id, versionId, hash, name }: ProvenFile,
): Promise<{ fileName: string; bytes: Uint8Array }> {
  const isProven = (bytes: Uint8Array) => digest(bytes) === hash;
  let bytes = await context.documents.download(id, { versionId });
  // A newer version may have come while the newest was asked for: then this one has its own bytes now.
  if (!isProven(bytes)) bytes = await context.documents.download(id, { versionId });
  if (!isProven(bytes)) throw conflict('files.changed');
  return { fileName: name, bytes };
}
