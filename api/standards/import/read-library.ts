import { Worker } from 'node:worker_threads';
import { invalid } from '../../kernel/index.ts';
import type { LibraryLines, NoLibrary } from './library-lines.ts';

/** The largest libraries in use are about 2 MB. */
const largestBytes = 4_000_000;
const threadLimits = { maxOldGenerationSizeMb: 256 };
const longest = 30_000;

/**
 * Reads a YAML library in CISO Assistant's open format, on a thread of its own: a large one takes seconds, in which people
 * who press a card must not wait. Throws AppError `invalid` (`standards.libraryTooLarge`, `standards.unreadableLibrary`,
 * `standards.noFramework`).
 */
export async function readLibrary(bytes: Uint8Array): Promise<LibraryLines> {
  if (bytes.length > largestBytes) throw invalid('standards.libraryTooLarge');
  const read = await onThread(bytes);
  if ('problem' in read) throw invalid(`standards.${read.problem}`);
  return read;
}

async function onThread(bytes: Uint8Array): Promise<LibraryLines | NoLibrary> {
  const worker = new Worker(new URL('./library-worker.ts', import.meta.url), {
    workerData: bytes,
    resourceLimits: threadLimits,
  });
  const timer = setTimeout(() => void worker.terminate(), longest);
  try {
    return await new Promise<LibraryLines | NoLibrary>((resolve, reject) => {
      worker.once('message', (lines: LibraryLines | NoLibrary) => resolve(lines));
      worker.once('error', () => reject(invalid('standards.libraryTooLarge')));
      worker.once('exit', () => reject(invalid('standards.libraryTooLarge')));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
