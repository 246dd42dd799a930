import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown } from 'mdast-util-to-markdown';
import { SaxesParser } from 'saxes';
import { append, tableOf, type Block, type Cell, type Run, type Said, type WordNote } from './word-blocks.ts';
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

/** A paragraph whose list is not known yet. */
type OpenParagraph = Said & { numId: string; level: number };
/** An attribute of an element, by its local name. */
type AttributeOf = (name: string) => string | undefined;

/** `val` of an element as a number between two, the first if it has none. */
const numberOf = (attribute: AttributeOf, least: number, most: number): number =>
  Math.min(most, Math.max(least, Number(attribute('val') ?? least) || least));

/** The paragraphs and tables of a text, as they are opened and closed. */
function createBlocks(numbered: WordParts['numbered']) {
  const blocks: Block[] = [];
  const notes: WordNote[] = [];
  const paragraphs: OpenParagraph[] = [];
  const tables: { rows: Cell[][] }[] = [];
  let [size, near] = [0, ''];

  const note = (kind: WordNote['kind']) => {
    if (notes.length < mostNotes) notes.push({ kind, near });
  };
  const cellNow = (): Cell | undefined => tables[0]?.rows.at(-1)?.at(-1);
  /** Cells of nested tables belong to the cell around them. */
  const isInner = () => tables.length > 1;
  const close = (said: OpenParagraph) => {
    const words = said.runs
      .map(({ text }) => text)
      .join('')
      .trim();
    if (words === '') return;
    near = words.replaceAll(/\s+/g, ' ').slice(0, longestNear);
    size += 3;
    const cell = cellNow();
    const { numId, level } = said;
    if (cell) cell.paragraphs.push(said.runs);
    else if (numId === '' || numId === '0') append(blocks, said);
    else append(blocks, { ...said, list: { level, numbered: numbered.has(`${numId}/${level}`) } });
  };

  return {
    note,
    /** Length so far, in characters, about. */
    size: () => size,
    paragraph: () => paragraphs.at(-1),
    say: (run: Run) => {
      paragraphs.at(-1)?.runs.push(run);
      size += run.text.length;
    },
    openParagraph: () => void paragraphs.push({ runs: [], heading: undefined, list: undefined, numId: '', level: 0 }),
    closeParagraph: () => {
      const said = paragraphs.pop();
      if (said) close(said);
    },
    openTable: () => {
      if (tables.length > 0) note('nestedTable');
      tables.push({ rows: [] });
    },
    openRow: () => {
      if (!isInner()) tables[0]?.rows.push([]);
    },
    openCell: () => {
      if (!isInner()) tables[0]?.rows.at(-1)?.push({ paragraphs: [], columns: 1, goesOn: false });
      size += 3;
    },
    spanCell: (columns: number) => {
      const cell = cellNow();
      if (cell && !isInner()) cell.columns = columns;
      size += 3 * (cell?.columns ?? 0);
    },
    /** The cell continues the one above, or starts one of several rows. */
    mergeCell: (goesOn: boolean) => {
      const cell = cellNow();
      if (cell && !isInner()) cell.goesOn = goesOn;
    },
    closeTable: () => {
      const table = tables.pop();
      const block = table && tables.length === 0 ? tableOf(table.rows, note) : undefined;
      if (block) blocks.push(block);
    },
    /** Closes what is open where reading stopped early. */
    closeAll: () => {
      for (const said of paragraphs) close(said);
      const open = tables[0] && tableOf(tables[0].rows, note);
      if (open) blocks.push(open);
    },
    text: (): WordText => ({ text: written(blocks), notes }),
  };
}

/**
 * A streaming reader that stores text only: memory is bounded by the stored length, however many elements there are.
 */
export function wordText({ main, headings, numbered, addresses }: WordParts): WordText {
  const blocks = createBlocks(numbered);
  const looks = { bold: false, italic: false };
  let address: string | undefined;
  let [depth, hidden, inRun, isText] = [0, 0, 0, false];

  const say = (text: string) => blocks.say({ text, ...looks, address });
  const isOn = (attribute: AttributeOf) => !['0', 'false', 'off', 'none'].includes(attribute('val') ?? '');
  const opened = new Map<string, (attribute: AttributeOf) => void>(
    Object.entries({
      p: blocks.openParagraph,
      pStyle: (attribute: AttributeOf) => {
        const said = blocks.paragraph();
        if (said) said.heading = headings.get(attribute('val') ?? '');
      },
      ilvl: (attribute: AttributeOf) => {
        const said = blocks.paragraph();
        if (said) said.level = numberOf(attribute, 0, 8);
      },
      numId: (attribute: AttributeOf) => {
        const said = blocks.paragraph();
        if (said && inRun === 0) said.numId = attribute('val') ?? '';
      },
      r: () => {
        inRun += 1;
        [looks.bold, looks.italic] = [false, false];
      },
      b: (attribute: AttributeOf) => {
        if (inRun > 0) looks.bold = isOn(attribute);
      },
      i: (attribute: AttributeOf) => {
        if (inRun > 0) looks.italic = isOn(attribute);
      },
      t: () => {
        isText = true;
      },
      tab: () => {
        if (inRun > 0) say('\t');
      },
      br: () => say('\n'),
      cr: () => say('\n'),
      hyperlink: (attribute: AttributeOf) => {
        address = addresses.get(attribute('id') ?? '');
      },
      tbl: blocks.openTable,
      tr: blocks.openRow,
      tc: blocks.openCell,
      gridSpan: (attribute: AttributeOf) => blocks.spanCell(numberOf(attribute, 1, mostColumns)),
      vMerge: (attribute: AttributeOf) => blocks.mergeCell(attribute('val') !== 'restart'),
    }),
  );
  const closed = new Map<string, () => void>(
    Object.entries({
      r: () => {
        inRun = Math.max(0, inRun - 1);
      },
      hyperlink: () => {
        address = undefined;
      },
      p: blocks.closeParagraph,
      tbl: blocks.closeTable,
    }),
  );

  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', ({ local, uri, attributes }) => {
    depth += 1;
    if (depth > deepest) throw new Error('Nobody writes so deep');
    if (unseen.has(local)) hidden += 1;
    if (hidden > 0) return;
    if (local === 'drawing' || local === 'pict') blocks.note('picture');
    if (!wordNamespaces.includes(uri)) return;
    opened.get(local)?.((name) => Object.values(attributes).find((one) => one.local === name)?.value);
  });
  parser.on('closetag', ({ local, uri }) => {
    depth -= 1;
    if (unseen.has(local)) hidden -= 1;
    if (!wordNamespaces.includes(uri)) return;
    if (local === 't') isText = false;
    if (hidden === 0) closed.get(local)?.();
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
  for (; from < main.length && blocks.size() < enough; from += slice)
    parser.write(decoder.decode(main.subarray(from, from + slice), { stream: true }));
  if (from < main.length) blocks.closeAll();
  return blocks.text();
}

const written = (blocks: readonly Block[]): string =>
  toMarkdown(
    { type: 'root', children: [...blocks] },
    { bullet: '-', emphasis: '*', listItemIndent: 'one', extensions: [gfmTableToMarkdown({ tablePipeAlign: false })] },
  );
