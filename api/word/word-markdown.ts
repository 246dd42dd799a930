import { HeadingLevel, Paragraph, TextRun, type Table } from 'docx';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { toString } from 'mdast-util-to-string';
import { gfmTable } from 'micromark-extension-gfm-table';
import { printable, wordTable } from './word-parts.ts';

type Node = ReturnType<typeof fromMarkdown>['children'][number];
type List = Extract<Node, { type: 'list' }>;
type Phrase = Extract<Node, { type: 'paragraph' }>['children'][number];

/** Twips: text width of a portrait page, and the indent per list level. */
const [width, indent] = [9_638, 360];
const after = { spacing: { after: 120 } };

/** People's text as Word paragraphs, headings, lists and tables. Links keep their text. */
export function markdownParagraphs(markdown: string): (Paragraph | Table)[] {
  const { children } = fromMarkdown(markdown, {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  });
  return children.flatMap((node) => written(node, 0));
}

function written(node: Node, depth: number): (Paragraph | Table)[] {
  const left = { indent: { left: depth * indent } };
  if (node.type === 'heading') {
    const heading = node.depth <= 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3;
    return [new Paragraph({ heading, keepNext: true, children: runs(node.children) })];
  }
  if (node.type === 'paragraph') return [new Paragraph({ ...after, ...left, children: runs(node.children) })];
  if (node.type === 'list') return listOf(node, depth);
  if (node.type === 'blockquote') return node.children.flatMap((child) => written(child, depth + 1));
  if (node.type === 'table') return [tableOf(node)];
  if (node.type === 'thematicBreak') return [];
  return [new Paragraph({ ...after, ...left, children: [new TextRun(printable(toString(node)))] })];
}

function tableOf({ children }: Extract<Node, { type: 'table' }>): Table {
  const [head = [], ...rows] = children.map((row) => row.children.map((cell) => toString(cell)));
  const widths = head.map(() => Math.floor(width / Math.max(1, head.length)));
  const cells = rows.map((row) => head.map((_, place) => ({ text: row[place] ?? '' })));
  return wordTable(widths, head, cells);
}

/** Numbers as written, Word's bullets. */
function listOf({ ordered, start, children }: List, depth: number): (Paragraph | Table)[] {
  return children.flatMap((item, place) => {
    const [first, ...rest] = item.children;
    const words = first?.type === 'paragraph' ? runs(first.children) : [new TextRun(printable(toString(first ?? [])))];
    const line = ordered
      ? new Paragraph({
          indent: { left: (depth + 1) * indent, hanging: indent },
          children: [new TextRun(`${(start ?? 1) + place}.\t`), ...words],
        })
      : new Paragraph({ bullet: { level: Math.min(8, depth) }, children: words });
    return [line, ...rest.flatMap((node) => written(node, depth + 1))];
  });
}

interface Looks {
  bold?: boolean;
  italics?: boolean;
}
const runs = (phrases: readonly Phrase[], looks: Looks = {}): TextRun[] =>
  phrases.flatMap((phrase): TextRun[] => {
    if (phrase.type === 'break') return [new TextRun({ break: 1 })];
    if (phrase.type === 'strong') return runs(phrase.children, { ...looks, bold: true });
    if (phrase.type === 'emphasis') return runs(phrase.children, { ...looks, italics: true });
    return [new TextRun({ text: printable(toString(phrase)).replaceAll('\n', ' '), ...looks })];
  });
