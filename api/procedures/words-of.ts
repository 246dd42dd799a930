import { longTextLimit } from '../sharepoint/index.ts';
import { isBusy, ownThread } from '../threads/index.ts';

const wordDocument = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const rawWordsOf = ownThread<Uint8Array, string>(new URL('./words-worker.ts', import.meta.url), {
  milliseconds: 30_000,
  megabytes: 128,
});

/**
 * The words of a Word document as plain text, at most 60,000 characters; '' for any other kind of file, and for a
 * document that cannot be read, or not within the limits: it is kept as a file all the same. On a thread of its own.
 * Throws AppError unavailable `threads.busy` when too many are being read.
 */
export async function wordsOf(bytes: Uint8Array, type: string): Promise<string> {
  if (type !== wordDocument) return '';
  return tidy(
    await rawWordsOf(bytes).catch((thrown: unknown) => {
      if (isBusy(thrown)) throw thrown;
      return '';
    }),
  );
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
