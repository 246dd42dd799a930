import { Schema, type MarkSpec, type Node, type NodeSpec } from 'prosemirror-model';
import { tableNodes } from 'prosemirror-tables';

/** A table column's alignment; null where the text has none. */
export type Align = 'left' | 'right' | 'center' | null;
export const alignOf = (value: unknown): Align =>
  value === 'left' || value === 'right' || value === 'center' ? value : null;

/** What Markdown can represent and no more: nothing else can be pasted or made. */
const tables = tableNodes({
  tableGroup: 'block',
  cellContent: 'paragraph',
  cellAttributes: {
    align: {
      default: null,
      getFromDOM: (cell) => alignOf(cell.style.textAlign),
      setDOMAttr: (value, attributes) => {
        const align = alignOf(value);
        if (align) attributes['style'] = `text-align: ${align}`;
      },
    },
  },
});

/** Headings start one level below the page's, as in the rendered text. */
const headings = [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level: Math.max(1, level - 1) } }));
const attribute = (node: Node, name: string): unknown => node.attrs[name];
const levelOf = (node: Node): number => Number(attribute(node, 'level'));

const nodes: Record<string, NodeSpec> = {
  doc: { content: 'block+' },
  paragraph: { content: 'inline*', group: 'block', parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
  heading: {
    attrs: { level: { default: 2 } },
    content: 'inline*',
    group: 'block',
    defining: true,
    parseDOM: headings,
    toDOM: (node) => [`h${Math.min(6, levelOf(node) + 1)}`, 0],
  },
  blockquote: {
    content: 'block+',
    group: 'block',
    defining: true,
    parseDOM: [{ tag: 'blockquote' }],
    toDOM: () => ['blockquote', 0],
  },
  bullet_list: {
    attrs: { tight: { default: true } },
    content: 'list_item+',
    group: 'block',
    parseDOM: [{ tag: 'ul' }],
    toDOM: () => ['ul', 0],
  },
  ordered_list: {
    attrs: { tight: { default: true }, start: { default: 1 } },
    content: 'list_item+',
    group: 'block',
    parseDOM: [{ tag: 'ol', getAttrs: (list) => ({ start: Number(list.getAttribute('start') ?? 1) || 1 }) }],
    toDOM: (node) => ['ol', { start: String(attribute(node, 'start')) }, 0],
  },
  list_item: {
    attrs: { checked: { default: null } },
    content: 'block+',
    defining: true,
    parseDOM: [{ tag: 'li' }],
    toDOM: (node) => [
      'li',
      attribute(node, 'checked') === null ? {} : { 'data-checked': String(node.attrs['checked']) },
      0,
    ],
  },
  code_block: {
    attrs: { language: { default: null }, meta: { default: null } },
    content: 'text*',
    marks: '',
    group: 'block',
    code: true,
    defining: true,
    parseDOM: [{ tag: 'pre', preserveWhitespace: 'full' }],
    toDOM: () => ['pre', ['code', 0]],
  },
  horizontal_rule: { group: 'block', parseDOM: [{ tag: 'hr' }], toDOM: () => ['hr'] },
  /** Shown and stored verbatim (raw HTML, definitions of reference links). */
  raw: { content: 'text*', marks: '', group: 'block', code: true, toDOM: () => ['pre', 0] },
  ...tables,
  text: { group: 'inline' },
  hard_break: {
    inline: true,
    group: 'inline',
    selectable: false,
    parseDOM: [{ tag: 'br' }],
    toDOM: () => ['br'],
  },
  /** Nothing is fetched: the alternative text is shown. */
  picture: {
    inline: true,
    group: 'inline',
    attrs: { source: {}, words: { default: '' }, title: { default: null } },
    toDOM: (node) => ['span', {}, String(attribute(node, 'words'))],
  },
};

/** Addresses allowed in pasted links; others become plain text. */
export const isOwnAddress = (address: string): boolean => /^(https:\/\/|mailto:)/i.test(address.trim());

const marks: Record<string, MarkSpec> = {
  link: {
    attrs: { address: {}, title: { default: null } },
    inclusive: false,
    parseDOM: [
      {
        tag: 'a[href]',
        getAttrs: (link) => {
          const address = link.getAttribute('href') ?? '';
          return isOwnAddress(address) ? { address, title: null } : false;
        },
      },
    ],
    toDOM: (mark) => ['a', { href: String(mark.attrs['address']), rel: 'noopener noreferrer' }, 0],
  },
  em: {
    parseDOM: [{ tag: 'i' }, { tag: 'em' }, { style: 'font-style=italic' }],
    toDOM: () => ['em', 0],
  },
  strong: {
    parseDOM: [
      { tag: 'strong' },
      { tag: 'b', getAttrs: (bold) => (bold.style.fontWeight === 'normal' ? false : null) },
      { style: 'font-weight', getAttrs: (weight) => (/^(bold(er)?|[6-9]\d\d)$/.test(weight) ? null : false) },
    ],
    toDOM: () => ['strong', 0],
  },
  strike: { parseDOM: [{ tag: 's' }, { tag: 'del' }, { tag: 'strike' }], toDOM: () => ['del', 0] },
  code: { parseDOM: [{ tag: 'code' }], toDOM: () => ['code', 0], excludes: '' },
};

export const schema = new Schema({ nodes, marks });
