import { fileTypeFromBuffer } from 'file-type';

/** What a file is, judged by its bytes alone: what it is called proves nothing. */
export interface SniffedFile {
  /** MIME type. */
  type: string;
  /** Without the dot. */
  extension: string;
  kind: 'word' | 'pdf' | 'picture';
}

/** Documents that carry no macros, and pictures that every browser shows. Nothing else is taken in. */
const allowed: Readonly<Record<string, SniffedFile['kind']>> = {
  pdf: 'pdf',
  docx: 'word',
  png: 'picture',
  jpg: 'picture',
  gif: 'picture',
  webp: 'picture',
};

/** Word, PDF or a picture; undefined for everything else, whatever it is called. Reads a few kilobytes. */
export async function sniffFile(bytes: Uint8Array): Promise<SniffedFile | undefined> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const kind = found && allowed[found.ext];
  return kind && { type: found.mime, extension: found.ext, kind };
}
