import { SaxesParser } from 'saxes';

/** Names a template may use: single texts, whole blocks, and loops with their rows' names. */
export interface Vocabulary {
  texts: readonly string[];
  blocks: readonly string[];
  loops: Readonly<Record<string, { item: string; texts: readonly string[]; blocks: readonly string[] }>>;
}

/**
 * A template's problem and its place. `unknown`: no such name. `open`: unclosed braces. `alone`: needs its own
 * paragraph. `loop`: without start or end. `outside`: only inside a loop. `edge`: not allowed in a header, a footer or
 * a table.
 */
export interface TemplateProblem {
  kind: 'unknown' | 'open' | 'alone' | 'loop' | 'outside' | 'edge';
  placeholder: string;
  /** From 1, among paragraphs with text; 0 in a header or a footer. */
  paragraph: number;
  /** The paragraph's first words. */
  near: string;
}

/** One `w:t` with tags. */
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
  /** Directly in the body, not in a table or text box. */
  isTop: boolean;
}

/** A name in braces; without nested braces, for linear time. */
const marks = /\{\{([^{}]*)\}\}/g;
const longestNear = 60;

/** A part's paragraphs in order. Throws for invalid XML. */
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

/** Word splits text into runs: moves each name into the run where it begins, trimmed. */
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

/** Problems of a part, in order. `isEdge`: a header or a footer. Takes the result of `broughtTogether`. */
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

/** A name's loop, by the part before its dot. */
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

/** Word gives paragraphs unique ids; copies have none. */
const numbered = / w14:(?:paraId|textId)="[0-9A-Fa-f]*"/g;

/**
 * Repeats each loop's content for its rows; `{{item.field}}` becomes `{{loop.0.field}}`. Removes paragraphs with only a
 * name that `isEmpty`.
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
