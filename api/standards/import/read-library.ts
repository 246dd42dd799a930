import { invalid } from '../../kernel/index.ts';
import { isBusy, ownThread } from '../../threads/index.ts';
import type { LibraryLines, NoLibrary } from './library-lines.ts';

/** The largest libraries in use are about 2 MB. */
const largestBytes = 4_000_000;
const linesOf = ownThread<Uint8Array, LibraryLines | NoLibrary>(new URL('./library-worker.ts', import.meta.url), {
  milliseconds: 30_000,
  megabytes: 256,
});

/**
 * Reads a YAML library in CISO Assistant's open format, on a thread of its own: a large one takes seconds, in which people
 * who press a card must not wait. Throws AppError `invalid` (`standards.libraryTooLarge`, `standards.unreadableLibrary`,
 * `standards.noFramework`).
 */
export async function readLibrary(bytes: Uint8Array): Promise<LibraryLines> {
  if (bytes.length > largestBytes) throw invalid('standards.libraryTooLarge');
  const read = await linesOf(bytes).catch((thrown: unknown) => {
    if (isBusy(thrown)) throw thrown;
    throw invalid('standards.libraryTooLarge');
  });
  if ('problem' in read) throw invalid(`standards.${read.problem}`);
  return read;
}
