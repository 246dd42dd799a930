import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import type { Mark, Node } from 'prosemirror-model';
import { schema } from './schema.ts';
import type { BlockContent, List, ListItem, PhrasingContent, RootContent, Table } from './syntax-tree.ts';

/** A text in the editor's model, with the source of each block. */
export interface ReadText {
  doc: Node;
  /** A block's range in the text: from, to. Unchanged blocks are written verbatim. */
  places: ReadonlyMap<Node, readonly [number, number]>;
}

/** Uses the parser that renders the text, so both interpret it alike. */
export function readMarkdown(text: string): ReadText {
  const root = fromMarkdown(text, {
    extensions: [gfmTable(), gfmStrikethrough(), gfmTaskListItem(), gfmAutolinkLiteral()],
    mdastExtensions: [
      gfmTableFromMarkdown(),
      gfmStrikethroughFromMarkdown(),
      gfmTaskListItemFromMarkdown(),
      // Only addresses recognised by the parser, as rendered; not those found in the text afterwards.
      { ...gfmAutolinkLiteralFromMarkdown(), transforms: [] },
    ],
  });
  const addresses = addressesIn(root.children);
  const places = new Map<Node, readonly [number, number]>();
  const children = root.children.map((child) => {
    const node = blockOf(child, { text, addresses });
    const [from, to] = [child.position?.start.offset, child.position?.end.offset];
    if (from !== undefined && to !== undefined) places.set(node, [lineStart(text, from), to]);
    return node;
  });
  return { doc: made('doc', null, children.length > 0 ? children : [made('paragraph')]), places };
}

/** Including leading whitespace: the lines of an indented list are indented from the first on. */
const lineStart = (text: string, at: number): number =>
  at - (/[ \t]*$/.exec(text.slice(Math.max(0, at - 40), at))?.[0].length ?? 0);

interface Reading {
  text: string;
  addresses: ReadonlyMap<string, { address: string; title: string | null }>;
}

function addressesIn(children: readonly RootContent[]): Reading['addresses'] {
  const found = new Map<string, { address: string; title: string | null }>();
  const visit = (nodes: readonly RootContent[]) => {
    for (const node of nodes) {
      if (node.type === 'definition' && !found.has(node.identifier))
        found.set(node.identifier, { address: node.url, title: node.title ?? null });
      else if (node.type === 'blockquote' || node.type === 'list' || node.type === 'listItem') visit(node.children);
    }
  };
  visit(children);
  return found;
}

const made = (type: string, attributes: Record<string, unknown> | null = null, content: readonly Node[] = []): Node =>
  schema.node(type, attributes, content);

const textNode = (text: string, marks: readonly Mark[]): Node[] => (text === '' ? [] : [schema.text(text, marks)]);
const blocksOf = (children: readonly BlockContent[], reading: Reading): Node[] =>
  children.length === 0 ? [made('paragraph')] : children.map((child) => blockOf(child, reading));

function blockOf(node: RootContent, reading: Reading): Node {
  if (node.type === 'paragraph') return made('paragraph', null, inlineOf(node.children, [], reading));
  if (node.type === 'heading') return made('heading', { level: node.depth }, inlineOf(node.children, [], reading));
  if (node.type === 'blockquote') return made('blockquote', null, blocksOf(node.children, reading));
  if (node.type === 'list') return listOf(node, reading);
  if (node.type === 'code')
    return made('code_block', { language: node.lang ?? null, meta: node.meta ?? null }, textNode(node.value, []));
  if (node.type === 'thematicBreak') return made('horizontal_rule');
  if (node.type === 'table') return tableOf(node, reading);
  return made('raw', null, textNode(sourceOf(node, reading), []));
}

function listOf({ ordered, start, spread, children }: List, reading: Reading): Node {
  const tight = spread !== true && children.every((item) => item.spread !== true);
  const items = children.map((item) => itemOf(item, reading));
  return ordered === true
    ? made('ordered_list', { tight, start: start ?? 1 }, items)
    : made('bullet_list', { tight }, items);
}

const itemOf = ({ checked, children }: ListItem, reading: Reading): Node =>
  made('list_item', { checked: checked ?? null }, blocksOf(children, reading));

function tableOf({ align, children }: Table, reading: Reading): Node {
  // Cells beyond the headings are not rendered.
  const width = Math.max(1, children[0]?.children.length ?? 0);
  return made(
    'table',
    null,
    children.map((row, at) =>
      made(
        'table_row',
        null,
        Array.from({ length: width }, (_, column) =>
          made(at === 0 ? 'table_header' : 'table_cell', { align: align?.[column] ?? null }, [
            made('paragraph', null, inlineOf(row.children[column]?.children ?? [], [], reading)),
          ]),
        ),
      ),
    ),
  );
}

const inlineOf = (children: readonly PhrasingContent[], marks: readonly Mark[], reading: Reading): Node[] =>
  children.flatMap((child) => phraseOf(child, marks, reading));

function phraseOf(node: PhrasingContent, marks: readonly Mark[], reading: Reading): Node[] {
  const within = (mark: Mark, children: readonly PhrasingContent[]) =>
    inlineOf(children, mark.addToSet(marks), reading);
  switch (node.type) {
    case 'text':
      // A line end in the source is read as a space.
      return textNode(node.value.replace(/[ \t]*\n[ \t]*/g, ' '), marks);
    case 'emphasis':
      return within(schema.mark('em'), node.children);
    case 'strong':
      return within(schema.mark('strong'), node.children);
    case 'delete':
      return within(schema.mark('strike'), node.children);
    case 'inlineCode':
      return textNode(node.value, schema.mark('code').addToSet(marks));
    case 'break':
      return [schema.node('hard_break', null, [], marks)];
    case 'link':
      return within(schema.mark('link', { address: node.url, title: node.title ?? null }), node.children);
    case 'linkReference': {
      const found = reading.addresses.get(node.identifier);
      return found ? within(schema.mark('link', found), node.children) : inlineOf(node.children, marks, reading);
    }
    case 'image':
      return [pictureOf(node.url, node.alt, node.title, marks)];
    case 'imageReference': {
      const found = reading.addresses.get(node.identifier);
      return [pictureOf(found?.address ?? '', node.alt, found?.title, marks)];
    }
    case 'html':
    case 'footnoteReference':
      return textNode(sourceOf(node, reading).replace(/\n/g, ' '), marks);
  }
}

const pictureOf = (
  source: string,
  words: string | null | undefined,
  title: string | null | undefined,
  marks: readonly Mark[],
) => schema.node('picture', { source, words: words ?? '', title: title ?? null }, [], marks);

/** The source text: raw HTML is shown as text, and reference links must not be lost. */
function sourceOf(node: RootContent, { text }: Reading): string {
  if (node.type === 'html') return node.value;
  return text.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}
