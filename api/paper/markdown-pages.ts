import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { toString } from 'mdast-util-to-string';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import { sheet, type Paper, type Run } from './paper.ts';
import { drawTable, heading } from './parts.ts';

type RootContent = ReturnType<typeof fromMarkdown>['children'][number];
type List = Extract<RootContent, { type: 'list' }>;
type Table = Extract<RootContent, { type: 'table' }>;
type PhrasingContent = Extract<RootContent, { type: 'paragraph' }>['children'][number];

/** Most columns of a table on a sheet; wider ones become rows of `heading: text`. */
const mostColumns = 6;
const indent = 16;

/** Markdown with headings, lists and tables. Inline formatting is dropped; links keep their text. */
export function drawMarkdown(paper: Paper, markdown: string): void {
  const { children } = fromMarkdown(markdown, {
    extensions: [gfmTable(), gfmStrikethrough(), gfmTaskListItem()],
    mdastExtensions: [gfmTableFromMarkdown(), gfmStrikethroughFromMarkdown(), gfmTaskListItemFromMarkdown()],
  });
  for (const node of children) drawNode(paper, node, 0);
}

function drawNode(paper: Paper, node: RootContent, depth: number): void {
  if (node.type === 'heading') return headed(paper, node);
  if (node.type === 'list') return drawList(paper, node, depth);
  if (node.type === 'table') return drawWritten(paper, node);
  if (node.type === 'blockquote') return node.children.forEach((child) => drawNode(paper, child, depth + 1));
  if (node.type === 'thematicBreak') return paper.space(8);
  if (node.type !== 'paragraph') return say(paper, { text: toString(node) }, depth);
  return say(paper, { text: wordsOf(node.children), strong: isStrong(node.children) }, depth);
}

function headed(paper: Paper, { depth, children }: Extract<RootContent, { type: 'heading' }>): void {
  const [room, type] = depth <= 2 ? ([90, 'H2'] as const) : ([70, 'H3'] as const);
  heading(paper, wordsOf(children), room, type);
}

function say(paper: Paper, run: Run, depth: number): void {
  if (run.text.trim() === '') return;
  const x = sheet.left + depth * indent;
  paper.row([{ type: 'P', x, width: sheet.right - x, runs: [run] }], { after: 6 });
}

function drawList(paper: Paper, { children, ordered, start }: List, depth: number): void {
  paper.inside('L', () => {
    for (const [place, item] of children.entries()) {
      const [first, ...rest] = item.children;
      const x = sheet.left + depth * indent;
      const text = first?.type === 'paragraph' ? wordsOf(first.children) : toString(first ?? []);
      const mark = ordered ? `${(start ?? 1) + place}.` : boxOf(item.checked);
      paper.inside('LI', () =>
        paper.row(
          [
            { type: 'Lbl', x, width: indent + 6, runs: [{ text: mark }] },
            { type: 'LBody', x: x + indent + 6, width: sheet.right - x - indent - 6, runs: [{ text }] },
          ],
          { after: 3 },
        ),
      );
      for (const node of rest) drawNode(paper, node, depth + 1);
    }
  });
  if (depth === 0) paper.space(3);
}

const boxOf = (checked: boolean | null | undefined): string => {
  if (checked === true) return '☑';
  return checked === false ? '☐' : '•';
};

function drawWritten(paper: Paper, { children }: Table): void {
  const [head, ...rows] = children.map((row) => row.children.map((cell) => wordsOf(cell.children)));
  if (!head) return;
  if (head.length > mostColumns) {
    for (const cells of rows) say(paper, { text: cells.map((cell, at) => `${head[at] ?? ''}: ${cell}`).join('\n') }, 0);
    return;
  }
  drawTable(
    paper,
    head.map((words) => ({ head: words, share: 1 / head.length })),
    rows.map((cells) => ({ cells: head.map((_, at) => [{ text: cells[at] ?? '', size: 10 }]) })),
  );
  paper.space(8);
}

const wordsOf = (children: readonly PhrasingContent[]): string =>
  children.map((child) => (child.type === 'break' ? '\n' : toString(child))).join('');
const isStrong = (children: readonly PhrasingContent[]): boolean =>
  children.length > 0 && children.every(({ type }) => type === 'strong');
