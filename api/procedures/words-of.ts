import { Worker } from 'node:worker_threads';
import { longTextLimit } from '../sharepoint/index.ts';

const wordDocument = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** A small archive can hold a very large document; it must not take the program with it. */
const threadLimits = { maxOldGenerationSizeMb: 384 };
/** Milliseconds. */
const longest = 30_000;

/**
 * The words of a Word document as plain text, at most 60,000 characters; '' for any other kind of file, and for a
 * document that cannot be read: it is kept as a file all the same. On a thread of its own. Never throws.
 */
export async function wordsOf(bytes: Uint8Array, type: string): Promise<string> {
  if (type !== wordDocument) return '';
  const worker = new Worker(new URL('./words-worker.ts', import.meta.url), {
    workerData: bytes,
    resourceLimits: threadLimits,
  });
  const timer = setTimeout(() => void worker.terminate(), longest);
  try {
    const text = await new Promise<string>((resolve) => {
      worker.once('message', (found: string) => resolve(found));
      worker.once('error', () => resolve(''));
      worker.once('exit', () => resolve(''));
    });
    return tidy(text);
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

/** As SharePoint keeps it: no control characters, and no more than a cell holds. */
const tidy = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .slice(0, longTextLimit)
    .replace(/[\ud800-\udbff]$/, '');
