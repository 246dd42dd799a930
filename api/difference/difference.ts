import { diffArrays, diffWordsWithSpace } from 'diff';
import type { DifferenceBlock } from './contract.ts';

/** The paragraphs of a text: blank lines divide, and what is empty is none. */
export const paragraphsOf = (text: string): string[] =>
  text
    .replaceAll('\r\n', '\n')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');

/** How many words two paragraphs must share for one to be the other, changed. */
const kinship = 0.4;

/**
 * What has changed from one text to another, paragraph by paragraph (blank lines divide); within a changed paragraph word
 * by word. Put together, what is not `removed` gives the new text's paragraphs, and what is not `added` the old one's.
 */
export function differenceOf(before: string, after: string): DifferenceBlock[] {
  const blocks: DifferenceBlock[] = [];
  let removed: string[] = [];
  const flush = () => {
    for (const text of removed) blocks.push({ kind: 'removed', text });
    removed = [];
  };
  for (const change of diffArrays(paragraphsOf(before), paragraphsOf(after))) {
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
      const place = removed.findIndex((old) => areKin(old, text));
      if (place < 0) {
        blocks.push({ kind: 'added', text });
        continue;
      }
      for (const old of removed.splice(0, place)) blocks.push({ kind: 'removed', text: old });
      blocks.push(changed(removed.shift() ?? '', text));
    }
    flush();
  }
  flush();
  return blocks;
}

function changed(before: string, after: string): DifferenceBlock {
  const parts = diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    text: value,
    kind: kindOf(added, removed),
  }));
  return { kind: 'changed', text: after, parts };
}

function kindOf(added: boolean, removed: boolean): 'same' | 'added' | 'removed' {
  if (added) return 'added';
  return removed ? 'removed' : 'same';
}

function areKin(one: string, other: string): boolean {
  const [words, others] = [wordsOf(one), wordsOf(other)];
  const shared = [...words].filter((word) => others.has(word)).length;
  return shared / Math.max(1, Math.min(words.size, others.size)) >= kinship;
}
const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

export interface Changes {
  added: number;
  removed: number;
  changed: number;
}

/** How many paragraphs have come, gone and changed. */
export function changesIn(blocks: readonly DifferenceBlock[]): Changes {
  const count = (kind: DifferenceBlock['kind']) => blocks.filter((block) => block.kind === kind).length;
  return { added: count('added'), removed: count('removed'), changed: count('changed') };
}
