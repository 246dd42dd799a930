import type { Node } from 'prosemirror-model';
import { readMarkdown, type ReadText } from './read-markdown.ts';
import { writeMarkdown } from './write-markdown.ts';

/** A text being edited: its source, and how the changed document is written. */
export interface WrittenText {
  doc: Node;
  /** The text of a changed document. An unchanged one is the source, verbatim. */
  textOf(doc: Node): string;
}

/**
 * Opens a text for editing. Untouched blocks are written verbatim, so that the difference between two versions shows
 * the edits and nothing else.
 */
export function writtenText(text: string): WrittenText {
  const read = readMarkdown(text);
  return {
    doc: read.doc,
    textOf(doc) {
      if (doc.eq(read.doc)) return text;
      const { written, isSure } = writtenAsBefore(text, read, doc);
      if (isSure) return written;
      const anew = writeMarkdown(blocksOf(doc));
      return readMarkdown(written).doc.eq(readMarkdown(anew).doc) ? written : anew;
    },
  };
}

const blocksOf = (doc: Node): Node[] => Array.from({ length: doc.childCount }, (_, at) => doc.child(at));

function writtenAsBefore(text: string, { places }: ReadText, doc: Node): { written: string; isSure: boolean } {
  let written = '';
  let isSure = true;
  let last: { block: Node; end: number | undefined } | undefined;
  for (const block of blocksOf(doc)) {
    const place = places.get(block);
    const words = place ? text.slice(...place) : writeMarkdown([block]);
    if (words === '') continue;
    const gap = place && last?.end !== undefined && place[0] >= last.end ? text.slice(last.end, place[0]) : '';
    const isAsBefore = gap.trim() === '' && gap.includes('\n');
    if (last && !isAsBefore) isSure &&= standApart(last.block, block);
    written += written === '' ? words : (isAsBefore ? gap : '\n\n') + words;
    last = { block, end: place?.[1] };
  }
  return { written: written + (/\n\s*$/.exec(text)?.[0] ?? ''), isSure };
}

const firm = new Set(['paragraph', 'heading', 'table', 'blockquote', 'horizontal_rule']);
const isList = ({ type }: Node): boolean => type.name.endsWith('_list');

/**
 * Whether a blank line separates them. Two lists become one, an indented text after a list is part of it, and so is
 * code at its end.
 */
const standApart = (one: Node, next: Node): boolean =>
  (firm.has(one.type.name) || (isList(one) && !holdsCode(one))) &&
  (firm.has(next.type.name) || (isList(next) && !isList(one)));

function holdsCode(list: Node): boolean {
  let found = false;
  list.descendants(({ type }) => void (found ||= type.name === 'code_block' || type.name === 'raw'));
  return found;
}
