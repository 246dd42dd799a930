import type { Mark, Node } from 'prosemirror-model';
import type { PhrasingContent } from './syntax-tree.ts';

type Options = { oneLine?: boolean };
const space: PhrasingContent = { type: 'text', value: ' ' };

/** The inline content of a paragraph, heading or cell, without surrounding space, which Markdown drops. */
export function phrasesOf(nodes: readonly Node[], options: Options = {}): PhrasingContent[] {
  const [before, words] = aside(nested(nodes, [], options));
  if (words.length === 0) return [];
  const within = [...before.filter(({ type }) => type === 'break'), ...words];
  return joined(within.map((phrase, at) => trimmedBeside(phrase, within[at - 1], within[at + 1])));
}

/** Adjacent nodes with the same outermost mark share it, recursively. */
function nested(nodes: readonly Node[], outer: readonly Mark[], options: Options): PhrasingContent[] {
  const phrases: PhrasingContent[] = [];
  for (let at = 0; at < nodes.length;) {
    const mark = longest(nodes, at, outer);
    if (!mark) {
      phrases.push(leafOf(nodes[at], options));
      at += 1;
      continue;
    }
    const end = at + reach(nodes, at, mark);
    const [before, within, after] = aside(nested(nodes.slice(at, end), [...outer, mark], options));
    phrases.push(...before, ...(within.length === 0 ? [] : [wrapped(mark, within)]), ...after);
    at = end;
  }
  return joined(phrases);
}

const reach = (nodes: readonly Node[], at: number, mark: Mark): number => {
  const end = nodes.findIndex((node, place) => place > at && !mark.isInSet(node.marks));
  return (end < 0 ? nodes.length : end) - at;
};

function longest(nodes: readonly Node[], at: number, outer: readonly Mark[]): Mark | undefined {
  const open = (nodes[at]?.marks ?? []).filter((mark) => mark.type.name !== 'code' && !mark.isInSet(outer));
  return open.reduce<Mark | undefined>(
    (most, mark) => (most && reach(nodes, at, most) >= reach(nodes, at, mark) ? most : mark),
    undefined,
  );
}

function leafOf(node: Node | undefined, { oneLine }: Options): PhrasingContent {
  if (!node) return space;
  if (node.type.name === 'hard_break') return oneLine ? space : { type: 'break' };
  if (node.type.name === 'picture')
    return {
      type: 'image',
      url: String(node.attrs['source']),
      alt: String(node.attrs['words']),
      title: titleOf(node.attrs),
    };
  const value = node.text ?? '';
  return node.marks.some(({ type }) => type.name === 'code') ? { type: 'inlineCode', value } : { type: 'text', value };
}

function wrapped({ type, attrs }: Mark, children: PhrasingContent[]): PhrasingContent {
  if (type.name === 'link') return { type: 'link', url: String(attrs['address']), title: titleOf(attrs), children };
  if (type.name === 'strong') return { type: 'strong', children };
  return type.name === 'strike' ? { type: 'delete', children } : { type: 'emphasis', children };
}

const titleOf = (attrs: Record<string, unknown>): string | null =>
  typeof attrs['title'] === 'string' ? attrs['title'] : null;

/** Whitespace and line breaks at both ends are outside bold or a link: **so** and not **so **. */
function aside(phrases: readonly PhrasingContent[]): [PhrasingContent[], PhrasingContent[], PhrasingContent[]] {
  const parts = phrases.flatMap(apart);
  const first = parts.findIndex((part) => !isSpace(part));
  if (first < 0) return [parts, [], []];
  const end = parts.findLastIndex((part) => !isSpace(part)) + 1;
  return [parts.slice(0, first), joined(parts.slice(first, end)), parts.slice(end)];
}

const isSpace = (phrase: PhrasingContent): boolean =>
  phrase.type === 'break' || (phrase.type === 'text' && /^[ \t]*$/.test(phrase.value));
const wordsAndSpace = /^([ \t]*)(.*?)([ \t]*)$/s;

/** Leading space, text, and trailing space. */
function apart(phrase: PhrasingContent): PhrasingContent[] {
  if (phrase.type !== 'text') return [phrase];
  const [, before = '', words = '', after = ''] = wordsAndSpace.exec(phrase.value) ?? [];
  return [before, words, after].filter((value) => value !== '').map((value) => ({ type: 'text', value }));
}

/** No space beside a line break: Markdown drops it. */
function trimmedBeside(phrase: PhrasingContent, before?: PhrasingContent, after?: PhrasingContent): PhrasingContent {
  if (phrase.type !== 'text') return phrase;
  let { value } = phrase;
  if (before?.type === 'break') value = value.replace(/^[ \t]+/, '');
  if (after?.type === 'break') value = value.replace(/[ \t]+$/, '');
  return { type: 'text', value };
}

function joined(phrases: readonly PhrasingContent[]): PhrasingContent[] {
  const together: PhrasingContent[] = [];
  for (const phrase of phrases) {
    const last = together.at(-1);
    if (last?.type === 'text' && phrase.type === 'text')
      together[together.length - 1] = { type: 'text', value: last.value + phrase.value };
    else if (phrase.type !== 'text' || phrase.value !== '') together.push(phrase);
  }
  return together;
}
