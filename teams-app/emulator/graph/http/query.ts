import { badRequest, invalidRequest } from '../errors.ts';

/** `$expand=fields($select=A,B)` as `{ name: 'fields', select: ['A','B'] }`. */
export interface Expansion {
  name: string;
  select: string[] | undefined;
}

/** A request's query options. Names are case-insensitive. */
export interface Query {
  /** An OData option, by its name without `$`. */
  option(name: string): string | undefined;
  /** Options as received, in order, for a next link. */
  readonly entries: readonly (readonly [string, string])[];
  select(): string[] | undefined;
  expand(): Expansion[];
  /** A positive integer. Throws 400 otherwise. */
  top(): number | undefined;
}

/** Splits at a character outside brackets and quotes. */
export function splitOutside(text: string, separator: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quoted = false;
  let current = '';
  for (const character of text) {
    if (character === "'") quoted = !quoted;
    if (!quoted && character === '(') depth += 1;
    if (!quoted && character === ')') depth -= 1;
    if (character === separator && depth === 0 && !quoted) {
      parts.push(current);
      current = '';
    } else current += character;
  }
  return [...parts, current].map((part) => part.trim()).filter(Boolean);
}

function expansion(text: string): Expansion {
  const match = /^([\w.@]+)(?:\((.*)\))?$/s.exec(text);
  if (!match?.[1]) throw badRequest('Parsing OData Select and Expand failed: Syntax error.');
  const inner = splitOutside(match[2] ?? '', ';').find((part) => /^\$?select=/i.test(part));
  const select = inner === undefined ? undefined : splitOutside(inner.slice(inner.indexOf('=') + 1), ',');
  return { name: match[1], select };
}

const odata = new Set([
  'select',
  'expand',
  'filter',
  'orderby',
  'top',
  'skip',
  'count',
  'search',
  'format',
  'skiptoken',
]);

/** Parses a query string. `strict` refuses OData options without `$`. */
export function parseQuery(search: string, strict = false): Query {
  const entries = [...new URLSearchParams(search)];
  const options = new Map<string, string>();
  for (const [name, value] of entries) {
    const plain = name.toLowerCase().replace(/^\$/, '');
    if (strict && !name.startsWith('$') && odata.has(plain)) throw invalidRequest('Invalid request', 'badArgument');
    options.set(plain, value);
  }
  const option = (name: string) => options.get(name);
  return {
    option,
    entries,
    select() {
      const text = option('select');
      return text === undefined ? undefined : splitOutside(text, ',');
    },
    expand: () => splitOutside(option('expand') ?? '', ',').map(expansion),
    top() {
      const text = option('top');
      if (text === undefined) return undefined;
      if (!/^\d+$/.test(text) || Number(text) === 0)
        throw badRequest(`Invalid value '${text}' for $top query option found.`);
      return Number(text);
    },
  };
}

/** Picks the selected properties and annotations; all without a selection. */
export function pick(
  view: Record<string, unknown>,
  select: readonly string[] | undefined,
  always: readonly string[] = [],
) {
  if (!select || select.includes('*')) return view;
  const wanted = new Set([...select.map((name) => name.toLowerCase()), ...always.map((name) => name.toLowerCase())]);
  return Object.fromEntries(
    Object.entries(view).filter(([name]) => name.startsWith('@') || wanted.has(name.toLowerCase())),
  );
}
