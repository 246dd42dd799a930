import { longTextLimit } from '../../sharepoint/index.ts';
import { isBusy, ownThread } from '../../threads/index.ts';
import type { WordNote } from './word-blocks.ts';
import type { WordText } from './word-text.ts';

const lastWords = 60;
const wordDocument = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const readWord = ownThread<Uint8Array, WordText>(new URL('./words-worker.ts', import.meta.url), {
  milliseconds: 30_000,
  megabytes: 128,
});
const none: WordText = { text: '', notes: [] };

/**
 * A Word document as Markdown of at most `longest` characters (60,000) with headings, lists, tables and links, and what
 * was lost; undefined for other kinds of files, and for unreadable or too large documents: they are stored as files
 * only. On a worker thread. Throws AppError unavailable `threads.busy` when too many are being read.
 */
export async function wordsOf(bytes: Uint8Array, type: string, longest = longTextLimit): Promise<WordText> {
  if (type !== wordDocument) return none;
  const { text, notes } = await readWord(bytes).catch((thrown: unknown) => {
    if (isBusy(thrown)) throw thrown;
    return none;
  });
  const whole = tidy(text);
  const kept = whole.slice(0, longest).replace(/[\ud800-\udbff]$/, '');
  const cut: WordNote[] = kept.length < whole.length ? [{ kind: 'cut', near: kept.slice(-lastWords).trim() }] : [];
  return { text: kept, notes: [...notes, ...cut].map(({ kind, near }) => ({ kind, near: tidy(near) })) };
}

/** As in SharePoint: no control characters. */
const tidy = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
