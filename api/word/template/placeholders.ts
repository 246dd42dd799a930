import { SaxesParser } from 'saxes';

/** What a template may hold: names of one text, names of whole blocks, and loops with the names of each of their rows. */
export interface Vocabulary {
  texts: readonly string[];
  blocks: readonly string[];
  loops: Readonly<Record<string, { item: string; texts: readonly string[]; blocks: readonly string[] }>>;
}

/**
 * What is wrong with a template, and where. `unknown`: no such name. `open`: braces that do not close. `alone`: it takes a paragraph
 * of its own. `loop`: begins without an end, or ends without a beginning. `outside`: it belongs in a loop. `edge`: it has no
 * place in a header, a footer or a table.
 */
export interface TemplateProblem {
  kind: 'unknown' | 'open' | 'alone' | 'loop' | 'outside' | 'edge';
  placeholder: string;
  /** From 1, of the paragraphs that have words; 0 in a header or a footer. */
  paragraph: number;
  /** The first words of the paragraph. */
  near: string;
}

/** One `w:t` with its tags. */
interface Piece {
  start: number;
  end: number;
  tag: string;
  text: string;
}
interface Paragraph {
  start: number;
  end: number;
  pieces: Piece[];
  text: string;
  /** Stands in the body itself, not in a table or a text box. */
  isTop: boolean;
}

/** A name between braces; no braces within it, so that it takes time in proportion to the text. */
const marks = /\{\{([^{}]*)\}\}/g;
const longestNear = 60;

/** All paragraphs of a part in their order. Throws for what is no XML. */
function paragraphsOf(xml: string): Paragraph[] {
  const found: Paragraph[] = [];
  const open: Paragraph[] = [];
  const path: string[] = [];
  let piece: Piece | undefined;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => {
    const start = xml.lastIndexOf('<', parser.position - 1);
    if (name === 'w:p') {
      const paragraph = { start, end: start, pieces: [], text: '', isTop: path.at(-1) === 'w:body' };
      found.push(paragraph);
      open.push(paragraph);
    }
    if (name === 'w:t') piece = { start, end: start, tag: name, text: '' };
    path.push(name);
  });
  parser.on('text', (text) => {
    if (piece) piece.text += text;
  });
  parser.on('closetag', ({ name }) => {
    path.pop();
    const paragraph = open.at(-1);
    if (name === 'w:t' && piece && paragraph) {
      piece.end = parser.position;
      paragraph.pieces.push(piece);
      paragraph.text += piece.text;
      piece = undefined;
    }
    if (name === 'w:p' && paragraph) {
      paragraph.end = parser.position;
      open.pop();
    }
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return found;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * Word cuts what people write into pieces: each name is brought together in the piece where it begins, without the spaces
 * around it.
 */
export function broughtTogether(xml: string): string {
  let result = xml;
  // From the end, so that places before it stay.
  const changed = paragraphsOf(xml)
    .filter(({ text }) => text.includes('{{'))
    .flatMap(({ pieces, text }) => rewritten(pieces, text))
    .sort((one, other) => other.start - one.start);
  for (const { start, end, tag, text } of changed)
    result = `${result.slice(0, start)}<${tag} xml:space="preserve">${escaped(text)}</${tag}>${result.slice(end)}`;
  return result;
}

function rewritten(pieces: readonly Piece[], text: string): Piece[] {
  const texts = pieces.map(() => '');
  const ends: number[] = [];
  let length = 0;
  for (const piece of pieces) ends.push((length += piece.text.length));
  const put = (from: number, words: string, at = from) => {
    const place = ends.findIndex((end) => at < end);
    texts[place] = (texts[place] ?? '') + words;
  };
  const names = [...text.matchAll(marks)];
  let at = 0;
  for (const name of names) {
    for (; at < name.index; at += 1) put(at, text.charAt(at));
    put(at, `{{${(name[1] ?? '').trim()}}}`);
    at += name[0].length;
  }
  for (; at < text.length; at += 1) put(at, text.charAt(at));
  return pieces.flatMap((piece, place) =>
    piece.text === texts[place] ? [] : [{ ...piece, text: texts[place] ?? '' }],
  );
}

const namesIn = (text: string): string[] => [...text.matchAll(marks)].map(([, name = '']) => name);

/** What is wrong with a part, in order. `isEdge`: a header or a footer. Takes what `broughtTogether` gives. */
export function problemsIn(xml: string, words: Vocabulary, isEdge: boolean): TemplateProblem[] {
  const problems: TemplateProblem[] = [];
  let number = 0;
  let loop: { name: string; say: (kind: TemplateProblem['kind'], placeholder: string) => void } | undefined;
  for (const { text, isTop } of paragraphsOf(xml)) {
    if (text.trim() !== '') number += 1;
    const say = place(problems, isEdge ? 0 : number, text);
    const rest = text.replaceAll(marks, '');
    if (rest.includes('{{') || rest.includes('}}')) say('open', rest.includes('{{') ? '{{' : '}}');
    for (const name of namesIn(text)) {
      const [sign, bare] = [name.charAt(0), name.slice(1)];
      if (sign !== '#' && sign !== '/') {
        const kind = wrongWith(name, words, loop?.name);
        if (kind) say(kind, name);
        else if (isBlock(name, words) && text.trim() !== `{{${name}}}`) say('alone', name);
        else if (isBlock(name, words) && isEdge) say('edge', name);
        continue;
      }
      if (!(bare in words.loops)) say('unknown', name);
      else if (isEdge || !isTop) say('edge', name);
      else if (text.trim() !== `{{${name}}}`) say('alone', name);
      else if (sign === '#' ? loop !== undefined : loop?.name !== bare) say('loop', name);
      else loop = sign === '#' ? { name: bare, say } : undefined;
    }
  }
  loop?.say('loop', `#${loop.name}`);
  return problems;
}

const place =
  (problems: TemplateProblem[], paragraph: number, text: string) =>
  (kind: TemplateProblem['kind'], placeholder: string): void =>
    void problems.push({ kind, placeholder, paragraph, near: text.trim().slice(0, longestNear) });

/** The loop that a name belongs to, by what stands before its point. */
function itemOf(name: string, { loops }: Vocabulary) {
  const [item, field] = [name.slice(0, name.indexOf('.')), name.slice(name.indexOf('.') + 1)];
  const found = Object.entries(loops).find(([, loop]) => loop.item === item);
  return found && { loop: found[0], field, ...found[1] };
}

function wrongWith(name: string, words: Vocabulary, loop: string | undefined): 'unknown' | 'outside' | undefined {
  if (words.texts.includes(name) || words.blocks.includes(name)) return undefined;
  const item = itemOf(name, words);
  if (!item || ![...item.texts, ...item.blocks].includes(item.field)) return 'unknown';
  return item.loop === loop ? undefined : 'outside';
}

function isBlock(name: string, words: Vocabulary): boolean {
  if (words.blocks.includes(name)) return true;
  const item = itemOf(name, words);
  return item?.blocks.includes(item.field) === true;
}

/** Word gives each paragraph a number of its own; a copy has none. */
const numbered = / w14:(?:paraId|textId)="[0-9A-Fa-f]*"/g;

/**
 * Repeats what stands between the two ends of each loop, so many times as it has rows; `{{item.field}}` becomes
 * `{{loop.0.field}}`. Paragraphs of nothing but a name that `isEmpty` are left out.
 */
export function unrolled(
  xml: string,
  { loops }: Vocabulary,
  rowsOf: (loop: string) => number,
  isEmpty: (name: string) => boolean,
): string {
  let result = xml;
  for (const [loop, { item }] of Object.entries(loops)) {
    for (;;) {
      const tops = paragraphsOf(result).filter(({ isTop }) => isTop);
      const from = tops.find(({ text }) => text.trim() === `{{#${loop}}}`);
      const to = from && tops.find(({ text, start }) => start > from.start && text.trim() === `{{/${loop}}}`);
      if (!from || !to) break;
      const inner = result.slice(from.end, to.start);
      const copies = Array.from({ length: rowsOf(loop) }, (_, row) =>
        inner.replaceAll(`{{${item}.`, `{{${loop}.${row}.`).replaceAll(numbered, ''),
      );
      result = result.slice(0, from.start) + copies.join('') + result.slice(to.end);
    }
  }
  const empty = paragraphsOf(result).filter(({ isTop, text }) => isTop && isEmpty(text.trim().slice(2, -2)));
  for (const { start, end } of empty.reverse()) result = result.slice(0, start) + result.slice(end);
  return result;
}
