import mammoth from 'mammoth';
import { measuredArchive } from '../measured-archive.ts';

/** What is no document, or would be too large to read, has no words. */
export async function work(bytes: Uint8Array): Promise<string> {
  try {
    const archive = measuredArchive(bytes);
    return archive ? (await mammoth.extractRawText({ buffer: Buffer.from(archive) })).value : '';
  } catch {
    return '';
  }
}
