import type { Context } from '../context.ts';
import { invalid, digest } from '../kernel/index.ts';
import { safeFileName } from './safe-file-name.ts';
import { sniffFile } from './sniff-file.ts';

/** A stored file: the version id locates the bytes, the hash (SHA-256, hex) proves them. */
export interface ProvenFile {
  id: string;
  versionId: string;
  hash: string;
  name: string;
  /** Bytes. */
  size: number;
  /** MIME type, sniffed from the bytes. */
  type: string;
}

/**
 * Stores an upload in a library folder under a safe name; an existing name gets a new version. 2 resource units, 4 for
 * Word and pictures, more for over 4 MB. Throws AppError: invalid `files.kindNotAllowed` (neither Word, PDF nor
 * picture), unavailable.
 */
export async function storeFile(
  context: Context,
  folder: readonly string[],
  { fileName, bytes }: { fileName: string; bytes: Uint8Array },
): Promise<ProvenFile> {
  const { name, sniffed } = await nameInLibrary({ fileName, bytes });
  const { id, versionId, hash } = await context.documents.upload([...folder, name].join('/'), bytes);
  const stored = { id, versionId, name, type: sniffed.type };
  if (sniffed.kind === 'pdf') return { ...stored, hash, size: bytes.length };
  // SharePoint may add properties to Office files and pictures (docs-contrib#8903): the hash is of the stored bytes.
  const kept = await context.documents.download(id, { versionId });
  return { ...stored, hash: digest(kept), size: kept.length };
}

/** The name that an upload is stored under, with its kind. Throws AppError invalid `files.kindNotAllowed`. */
export async function nameInLibrary({ fileName, bytes }: { fileName: string; bytes: Uint8Array }) {
  const sniffed = await sniffFile(bytes);
  if (!sniffed) throw invalid('files.kindNotAllowed', { field: 'file' });
  return { name: safeFileName(fileName, sniffed.extension), sniffed };
}
