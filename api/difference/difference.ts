import { diffArrays, diffWordsWithSpace, type ChangeObject } from 'diff';
import type { DifferenceBlock } from './contract.ts';

/** The non-empty paragraphs of a text, separated by blank lines. */
export const paragraphsOf = (text: string): string[] =>
  text
    .replaceAll('\r\n', '\n')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');

/** Share of common words from which a paragraph counts as changed. */
const kinship = 0.4;

/**
 * Limits beyond which two texts count as unrelated: the work grows with the square of the changes, and blocks the
 * thread. In added or removed paragraphs, words of one changed paragraph and of all together (squared, by paragraph),
 * and compared pairs of paragraphs.
 */
const most = { paragraphs: 400, words: 250, wordsSquared: 160_000, held: 2_000 } as const;
interface Left {
  wordsSquared: number;
  held: number;
}

/**
 * Difference of two texts by paragraph (separated by blank lines); within a changed paragraph by word. What is not
 * `removed` gives the new text's paragraphs, and what is not `added` the old one's. Texts, or paragraphs, with little
 * in common are returned whole: the old one, then the new one. Within some 50 ms for texts of any kind and 60,000
 * characters.
 */
export function differenceOf(before: string, after: string): DifferenceBlock[] {
  const blocks: DifferenceBlock[] = [];
  const left: Left = { wordsSquared: most.wordsSquared, held: most.held };
  const known = knownWords();
  let removed: string[] = [];
  const flush = () => {
    for (const text of removed) blocks.push({ kind: 'removed', text });
    removed = [];
  };
  for (const change of paragraphChanges(paragraphsOf(before), paragraphsOf(after))) {
    if (change.removed) {
      removed = change.value;
      continue;
    }
    if (!change.added) {
      flush();
      for (const text of change.value) blocks.push({ kind: 'same', text });
      continue;
    }
    for (const text of change.value) {
      const place = removed.findIndex((old) => (left.held -= 1) > 0 && areKin(known(old), known(text)));
      if (place < 0) {
        blocks.push({ kind: 'added', text });
        continue;
      }
      for (const old of removed.splice(0, place)) blocks.push({ kind: 'removed', text: old });
      blocks.push(...changed(removed.shift() ?? '', text, left));
    }
    flush();
  }
  flush();
  return blocks;
}

type Change = Pick<ChangeObject<string[]>, 'value' | 'added' | 'removed'>;

/** For texts with little in common: the common start and end; the rest as removed and added. */
function paragraphChanges(before: string[], after: string[]): Change[] {
  const found = diffArrays(before, after, { maxEditLength: most.paragraphs });
  if (found) return found;
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const [same, last] = [before.slice(0, head), before.slice(before.length - tail)];
  return [
    { value: same, added: false, removed: false },
    { value: before.slice(head, before.length - tail), added: false, removed: true },
    { value: after.slice(head, after.length - tail), added: true, removed: false },
    { value: last, added: false, removed: false },
  ];
}

function changed(before: string, after: string, left: Left): DifferenceBlock[] {
  const limit = Math.floor(Math.sqrt(Math.min(left.wordsSquared, most.words ** 2)));
  const found = diffWordsWithSpace(before, after, { maxEditLength: limit });
  left.wordsSquared -= found ? found.reduce((sum, change) => sum + editsOf(change), 0) ** 2 : limit ** 2;
  if (!found)
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ];
  const parts = found.map(({ value, added, removed }) => ({ text: value, kind: kindOf(added, removed) }));
  return [{ kind: 'changed', text: after, parts }];
}

function kindOf(added: boolean, removed: boolean): 'same' | 'added' | 'removed' {
  if (added) return 'added';
  return removed ? 'removed' : 'same';
}

const editsOf = ({ added, removed, count }: ChangeObject<string>): number => (added || removed ? count : 0);

function areKin(words: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  const shared = [...words].filter((word) => others.has(word)).length;
  return shared / Math.max(1, Math.min(words.size, others.size)) >= kinship;
}
const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
/** Caches word sets: a paragraph is compared with many others. */
function knownWords(): (text: string) => ReadonlySet<string> {
  const known = new Map<string, ReadonlySet<string>>();
  return (text) => {
    const words = known.get(text) ?? wordsOf(text);
    known.set(text, words);
    return words;
  };
}

export interface Changes {
  added: number;
  removed: number;
  changed: number;
}

/** Number of added, removed and changed paragraphs. */
export function changesIn(blocks: readonly DifferenceBlock[]): Changes {
  const count = (kind: DifferenceBlock['kind']) => blocks.filter((block) => block.kind === kind).length;
  return { added: count('added'), removed: count('removed'), changed: count('changed') };
}
