import { gfmAutolinkLiteralToMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { defaultHandlers, toMarkdown, type Info, type State } from 'mdast-util-to-markdown';
import type { Node } from 'prosemirror-model';
import { phrasesOf } from './write-phrases.ts';
import { alignOf } from './schema.ts';
import type { BlockContent, Link, ListItem, PhrasingContent, Root, TableCell, TableRow } from './syntax-tree.ts';

/** Blocks as Markdown, without a trailing line end. What Markdown cannot represent (an empty paragraph) is left out. */
export const writeMarkdown = (blocks: readonly Node[]): string => {
  const root: Root = { type: 'root', children: blocksOf(blocks) };
  return toMarkdown(root, {
    bullet: '-',
    emphasis: '*',
    rule: '-',
    listItemIndent: 'one',
    handlers: { link: linkOf },
    extensions: [
      gfmTableToMarkdown({ tablePipeAlign: false }),
      gfmStrikethroughToMarkdown(),
      gfmTaskListItemToMarkdown(),
      gfmAutolinkLiteralToMarkdown(),
    ],
  }).replace(/\n$/, '');
};

/** `<address>` where text and address are equal and every parser accepts it; `[words](address)` otherwise. */
function linkOf(node: Link, parent: Parameters<typeof defaultHandlers.link>[1], state: State, info: Info): string {
  const resourceLink = !/^(https?:\/\/[\w\-./?=%#:+,~&]+|mailto:[a-z0-9.]+@[a-z0-9.-]+)$/i.test(node.url);
  return defaultHandlers.link(node, parent, { ...state, options: { ...state.options, resourceLink } }, info);
}

const childrenOf = (node: Node): Node[] => Array.from({ length: node.childCount }, (_, at) => node.child(at));
const isEmptyParagraph = (node: Node): boolean =>
  node.type.name === 'paragraph' && phrasesOf(childrenOf(node)).length === 0;

const blocksOf = (nodes: readonly Node[]): BlockContent[] =>
  nodes
    .filter((node) => !isEmptyParagraph(node))
    .map((node, at, all) => (at < all.length - 1 && isOpenEnded(node) ? asWords(node) : blockOf(node)));

/** Raw HTML that extends to the end, such as an unclosed comment: before something it is text. */
const isOpenEnded = (node: Node): boolean =>
  node.type.name === 'raw' && fromMarkdown(`${node.textContent}\n\nx`).children.length === 1;
const asWords = (node: Node): BlockContent => ({
  type: 'paragraph',
  children: [{ type: 'text', value: node.textContent.replace(/\s+/g, ' ').trim() }],
});

function blockOf(node: Node): BlockContent {
  const { attrs } = node;
  switch (node.type.name) {
    case 'heading':
      return {
        type: 'heading',
        depth: depthOf(attrs['level']),
        children: phrasesOf(childrenOf(node), { oneLine: Number(attrs['level']) > 2 }),
      };
    case 'blockquote':
      return { type: 'blockquote', children: blocksOf(childrenOf(node)) };
    case 'bullet_list':
      return { type: 'list', ordered: false, spread: !attrs['tight'], children: itemsOf(node) };
    case 'ordered_list':
      return {
        type: 'list',
        ordered: true,
        start: Number(attrs['start']),
        spread: !attrs['tight'],
        children: itemsOf(node),
      };
    case 'code_block':
      return { type: 'code', lang: wordOf(attrs['language']), meta: wordOf(attrs['meta']), value: node.textContent };
    case 'horizontal_rule':
      return { type: 'thematicBreak' };
    case 'raw':
      return { type: 'html', value: node.textContent };
    case 'table':
      return { type: 'table', align: columnsOf(node), children: rowsOf(node) };
    default:
      return { type: 'paragraph', children: phrasesOf(childrenOf(node)) };
  }
}

const depths = [1, 2, 3, 4, 5, 6] as const;
const depthOf = (level: unknown) => depths.find((depth) => depth === level) ?? 6;
const wordOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const itemsOf = (list: Node): ListItem[] =>
  childrenOf(list).map((item) => ({
    type: 'listItem',
    spread: !list.attrs['tight'],
    checked: typeof item.attrs['checked'] === 'boolean' ? item.attrs['checked'] : null,
    children: blocksOf(childrenOf(item)),
  }));

/** The first row is the heading, whatever its cells: a Markdown table requires one. */
const columnsOf = (table: Node) => childrenOf(table.child(0)).map((cell) => alignOf(cell.attrs['align']));
const rowsOf = (table: Node): TableRow[] =>
  childrenOf(table).map((row) => ({ type: 'tableRow', children: childrenOf(row).flatMap(cellsOf) }));

/** A cell over several columns is followed by empty ones; a line break in a cell becomes a space. */
function cellsOf(cell: Node): TableCell[] {
  const words: PhrasingContent[] = childrenOf(cell).flatMap((part) => phrasesOf(childrenOf(part), { oneLine: true }));
  const empty = Array.from({ length: Number(cell.attrs['colspan']) - 1 }, (): TableCell => ({
    type: 'tableCell',
    children: [],
  }));
  return [{ type: 'tableCell', children: words }, ...empty];
}
