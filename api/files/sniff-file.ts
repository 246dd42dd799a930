import { fileTypeFromBuffer } from 'file-type';

/** A file's type, detected from its bytes: the name proves nothing. */
export interface SniffedFile {
  /** MIME type. */
  type: string;
  /** Without the dot. */
  extension: string;
  kind: 'word' | 'pdf' | 'picture';
}

/** Macro-free documents, and pictures every browser shows. Others are refused. */
const allowed: Readonly<Record<string, SniffedFile['kind']>> = {
  pdf: 'pdf',
  docx: 'word',
  png: 'picture',
  jpg: 'picture',
  gif: 'picture',
  webp: 'picture',
};

/** Word, PDF or a picture; undefined for everything else, whatever its name. Reads a few kilobytes. */
export async function sniffFile(bytes: Uint8Array): Promise<SniffedFile | undefined> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const kind = found && allowed[found.ext];
  return kind && { type: found.mime, extension: found.ext, kind };
}
