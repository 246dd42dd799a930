import type { fromMarkdown } from 'mdast-util-from-markdown';
import type { WordNotes } from '../contract.ts';

export type Block = ReturnType<typeof fromMarkdown>['children'][number];
type Of<Type extends Block['type']> = Extract<Block, { type: Type }>;
type Phrase = Of<'paragraph'>['children'][number];
type List = Of<'list'>;

/** What was lost in the conversion, with the preceding words. */
export type WordNote = WordNotes[number];

/** Text with one format. */
export interface Run {
  text: string;
  bold: boolean;
  italic: boolean;
  address: string | undefined;
}
/** A paragraph as in Word. */
export interface Said {
  runs: Run[];
  heading: number | undefined;
  list: { level: number; numbered: boolean } | undefined;
}
/** A cell with its column span; `goesOn` continues the one above. */
export interface Cell {
  paragraphs: Run[][];
  columns: number;
  goesOn: boolean;
}

const isAlike = (one: Run, other: Run): boolean =>
  one.bold === other.bold && one.italic === other.italic && one.address === other.address;

/** Word splits text into runs: merges those with equal format. */
function together(runs: readonly Run[]): Run[] {
  const found: Run[] = [];
  for (const run of runs) {
    const last = found.at(-1);
    if (last && (isAlike(last, run) || run.text.trim() === ''))
      found[found.length - 1] = { ...last, text: last.text + run.text };
    else found.push(run);
  }
  return found;
}

/** A paragraph's trimmed text; a line break stays, or becomes a space in a cell or heading. */
export function phrases(runs: readonly Run[], options: { oneLine: boolean; plain: boolean }): Phrase[] {
  const found = together(runs).flatMap((run) => looking(run, options));
  while (isSpace(found[0])) found.shift();
  while (isSpace(found.at(-1))) found.pop();
  return found;
}

const isSpace = (phrase: Phrase | undefined): boolean =>
  phrase?.type === 'break' || (phrase?.type === 'text' && phrase.value.trim() === '');

function looking(run: Run, { oneLine, plain }: { oneLine: boolean; plain: boolean }): Phrase[] {
  const words = run.text.trim();
  const begin = run.text.length - run.text.trimStart().length;
  const [before, after] = [run.text.slice(0, begin), run.text.slice(begin + words.length)];
  let within = lines(words, oneLine);
  if (within.length > 0 && run.italic && !plain) within = [{ type: 'emphasis', children: within }];
  if (within.length > 0 && run.bold && !plain) within = [{ type: 'strong', children: within }];
  if (within.length > 0 && run.address) within = [{ type: 'link', url: run.address, children: within }];
  return [...lines(before, oneLine), ...within, ...lines(after, oneLine)];
}

function lines(text: string, oneLine: boolean): Phrase[] {
  const parts = oneLine ? [text.replaceAll(/\s+/g, ' ')] : text.split('\n');
  return parts.flatMap((part, at): Phrase[] => {
    // A space before a break is Markdown syntax.
    const value = at < parts.length - 1 ? part.trimEnd() : part;
    return [
      ...(at > 0 ? [{ type: 'break' } as const] : []),
      ...(value === '' ? [] : [{ type: 'text', value } as const]),
    ];
  });
}

/** Appends a paragraph: to the list before it, or separately. */
export function append(blocks: Block[], said: Said): void {
  const children = phrases(said.runs, { oneLine: said.heading !== undefined, plain: said.heading !== undefined });
  if (children.length === 0) return;
  const depth = [1, 2, 3, 4, 5, 6].find((level): level is 1 | 2 | 3 | 4 | 5 | 6 => level === said.heading);
  if (depth) blocks.push({ type: 'heading', depth, children });
  else if (!said.list) blocks.push({ type: 'paragraph', children });
  else
    listAt(blocks, said.list).children.push({
      type: 'listItem',
      spread: false,
      children: [{ type: 'paragraph', children }],
    });
}

/** The list at a level: the open one, or a new one in the last entry above. */
function listAt(blocks: Block[], { level, numbered }: { level: number; numbered: boolean }): List {
  let siblings: Block[] = blocks;
  for (let depth = 0; ; depth += 1) {
    const last = siblings.at(-1);
    const isLast = depth >= level;
    const open = last?.type === 'list' && (!isLast || last.ordered === numbered) ? last : undefined;
    const list: List = open ?? { type: 'list', ordered: numbered, spread: false, children: [] };
    if (!open) siblings.push(list);
    const entry = list.children.at(-1);
    // Word lists may start at level two; Markdown's at one.
    if (isLast || !entry) return list;
    siblings = entry.children;
  }
}

/** A table with its first row as headings; merged content is in its first cell. */
export function tableOf(rows: readonly (readonly Cell[])[], note: (kind: WordNote['kind']) => void): Block | undefined {
  const flat = rows.filter((cells) => cells.length > 0).map((cells) => cells.flatMap(spread));
  const width = Math.max(0, ...flat.map((cells) => cells.length));
  if (width === 0) return undefined;
  if (rows.some((cells) => cells.some(({ columns, goesOn }) => columns > 1 || goesOn))) note('mergedCells');
  return {
    type: 'table',
    children: flat.map((cells) => ({
      type: 'tableRow',
      children: Array.from({ length: width }, (_, at) => ({ type: 'tableCell', children: cells[at] ?? [] })),
    })),
  };
}

function spread({ paragraphs, columns, goesOn }: Cell): Phrase[][] {
  const words = paragraphs
    .map((runs) => phrases(runs, { oneLine: true, plain: false }))
    .filter((part) => part.length > 0)
    .flatMap((part, at): Phrase[] => [...(at > 0 ? [{ type: 'text', value: ' ' } as const] : []), ...part]);
  return [goesOn ? [] : words, ...Array.from({ length: columns - 1 }, (): Phrase[] => [])];
}
