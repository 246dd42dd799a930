import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown } from 'mdast-util-to-markdown';
import { SaxesParser } from 'saxes';
import { append, tableOf, type Block, type Cell, type Said, type WordNote } from './word-blocks.ts';
import { wordNamespaces, type WordParts } from './word-parts.ts';

export interface WordText {
  /** Markdown. */
  text: string;
  notes: WordNote[];
}

/** The stored length, with a margin for tidying. */
const enough = 80_000;
/** Bytes per read, so that reading can stop early. */
const slice = 65_536;
const mostNotes = 20;
const mostColumns = 60;
/** Nesting limit; the parser scans all open elements. */
const deepest = 1_000;
const longestNear = 80;
/** Tracked deletions, and the newer of two alternatives. */
const unseen = new Set(['del', 'moveFrom', 'Choice']);

/**
 * A streaming reader that stores text only: memory is bounded by the stored length, however many elements there are.
 */
export function wordText({ main, headings, numbered, addresses }: WordParts): WordText {
  const blocks: Block[] = [];
  const notes: WordNote[] = [];
  let [size, hidden, isText, near] = [0, 0, false, ''];
  const paragraphs: (Said & { numId: string; level: number })[] = [];
  const looks = { bold: false, italic: false };
  let address: string | undefined;
  let depth = 0;
  let inRun = 0;
  const tables: { rows: Cell[][] }[] = [];

  const note = (kind: WordNote['kind']) => {
    if (notes.length < mostNotes) notes.push({ kind, near });
  };
  const cellNow = (): Cell | undefined => tables[0]?.rows.at(-1)?.at(-1);
  const say = (text: string) => {
    paragraphs.at(-1)?.runs.push({ text, ...looks, address });
    size += text.length;
  };
  const close = (said: Said & { numId: string; level: number }) => {
    const words = said.runs
      .map(({ text }) => text)
      .join('')
      .trim();
    if (words === '') return;
    near = words.replaceAll(/\s+/g, ' ').slice(0, longestNear);
    size += 3;
    const cell = cellNow();
    if (cell) cell.paragraphs.push(said.runs);
    else
      append(
        blocks,
        said.numId === '' || said.numId === '0'
          ? said
          : { ...said, list: { level: said.level, numbered: numbered.has(`${said.numId}/${said.level}`) } },
      );
  };

  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', ({ local, uri, attributes }) => {
    depth += 1;
    if (depth > deepest) throw new Error('Nobody writes so deep');
    if (unseen.has(local)) hidden += 1;
    if (hidden > 0) return;
    const of = (name: string) => Object.values(attributes).find((one) => one.local === name)?.value;
    if (local === 'drawing' || local === 'pict') note('picture');
    if (!wordNamespaces.includes(uri)) return;
    const said = paragraphs.at(-1);
    const isOn = !['0', 'false', 'off', 'none'].includes(of('val') ?? '');
    switch (local) {
      case 'p':
        paragraphs.push({ runs: [], heading: undefined, list: undefined, numId: '', level: 0 });
        break;
      case 'pStyle':
        if (said) said.heading = headings.get(of('val') ?? '');
        break;
      case 'ilvl':
        if (said) said.level = Math.min(8, Math.max(0, Number(of('val') ?? 0) || 0));
        break;
      case 'numId':
        if (said && inRun === 0) said.numId = of('val') ?? '';
        break;
      case 'r':
        inRun += 1;
        [looks.bold, looks.italic] = [false, false];
        break;
      case 'b':
        if (inRun > 0) looks.bold = isOn;
        break;
      case 'i':
        if (inRun > 0) looks.italic = isOn;
        break;
      case 't':
        isText = true;
        break;
      case 'tab':
        if (inRun > 0) say('\t');
        break;
      case 'br':
      case 'cr':
        say('\n');
        break;
      case 'hyperlink':
        address = addresses.get(of('id') ?? '');
        break;
      case 'tbl':
        if (tables.length > 0) note('nestedTable');
        tables.push({ rows: [] });
        break;
      case 'tr':
        if (tables.length === 1) tables[0]?.rows.push([]);
        break;
      case 'tc':
        if (tables.length === 1) tables[0]?.rows.at(-1)?.push({ paragraphs: [], columns: 1, goesOn: false });
        size += 3;
        break;
      case 'gridSpan': {
        const cell = cellNow();
        if (cell && tables.length === 1) cell.columns = Math.min(mostColumns, Math.max(1, Number(of('val') ?? 1) || 1));
        size += 3 * (cell?.columns ?? 0);
        break;
      }
      case 'vMerge': {
        const cell = cellNow();
        if (cell && tables.length === 1) cell.goesOn = of('val') !== 'restart';
        break;
      }
    }
  });
  parser.on('closetag', ({ local, uri }) => {
    depth -= 1;
    if (unseen.has(local)) hidden -= 1;
    if (!wordNamespaces.includes(uri)) return;
    if (local === 't') isText = false;
    if (hidden > 0) return;
    if (local === 'r') inRun = Math.max(0, inRun - 1);
    if (local === 'hyperlink') address = undefined;
    if (local === 'p') {
      const said = paragraphs.pop();
      if (said) close(said);
    }
    if (local === 'tbl') {
      const table = tables.pop();
      const block = table && tables.length === 0 ? tableOf(table.rows, note) : undefined;
      if (block) blocks.push(block);
    }
  });
  parser.on('text', (text) => {
    if (isText && hidden === 0) say(text);
  });
  // Invalid XML has no text; without a listener the parser throws at the first error.
  parser.on('error', (error) => {
    throw error;
  });
  const decoder = new TextDecoder();
  let from = 0;
  for (; from < main.length && size < enough; from += slice)
    parser.write(decoder.decode(main.subarray(from, from + slice), { stream: true }));
  if (from < main.length) {
    for (const said of paragraphs) close(said);
    const open = tables[0] && tableOf(tables[0].rows, note);
    if (open) blocks.push(open);
  }
  return { text: written(blocks), notes };
}

const written = (blocks: readonly Block[]): string =>
  toMarkdown(
    { type: 'root', children: [...blocks] },
    { bullet: '-', emphasis: '*', listItemIndent: 'one', extensions: [gfmTableToMarkdown({ tablePipeAlign: false })] },
  );
