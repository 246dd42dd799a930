/** OData filter expressions: what the list and directory endpoints read of them. */
export type Literal = string | number | boolean | null;
export type Operator = 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge' | 'startswith' | 'endswith' | 'contains' | 'in';
export type Filter =
  | { kind: 'and' | 'or'; left: Filter; right: Filter }
  | { kind: 'not'; inner: Filter }
  | { kind: 'compare'; property: string; operator: Operator; value: Literal; values: Literal[] };

/** An invalid filter. The caller words the answer. */
export class FilterSyntax extends Error {
  override readonly name = 'FilterSyntax';
}

type Token = { kind: 'word' | 'punctuation'; text: string } | { kind: 'literal'; value: Literal };

const pattern =
  /\s*(?:('(?:[^']|'')*')|(-?\d{4}-\d\d-\d\d[\w:.+-]*)|(-?\d+(?:\.\d+)?)(?![\w-])|([A-Za-z_][\w/.@-]*)|([(),]))/y;

function tokens(text: string): Token[] {
  const found: Token[] = [];
  pattern.lastIndex = 0;
  const end = text.trimEnd().length;
  while (pattern.lastIndex < end) {
    const match = pattern.exec(text);
    if (!match) throw new FilterSyntax(text);
    const [, quoted, moment, number, word, punctuation] = match;
    if (quoted !== undefined) found.push({ kind: 'literal', value: quoted.slice(1, -1).replaceAll("''", "'") });
    else if (moment !== undefined) found.push({ kind: 'literal', value: moment });
    else if (number !== undefined) found.push({ kind: 'literal', value: Number(number) });
    else if (word === 'true' || word === 'false') found.push({ kind: 'literal', value: word === 'true' });
    else if (word === 'null') found.push({ kind: 'literal', value: null });
    else
      found.push(word === undefined ? { kind: 'punctuation', text: punctuation ?? '' } : { kind: 'word', text: word });
  }
  return found;
}

const comparisons: readonly string[] = ['eq', 'ne', 'lt', 'le', 'gt', 'ge'];
const functions: readonly string[] = ['startswith', 'endswith', 'contains'];
const isOperator = (text: string, names: readonly string[]): text is Operator => names.includes(text);

/** Parses a filter. Throws FilterSyntax. */
export function parseFilter(text: string): Filter {
  const all = tokens(text);
  let at = 0;
  const peek = () => {
    const token = all[at];
    return token && token.kind !== 'literal' ? token.text : undefined;
  };
  const fail = (): never => {
    throw new FilterSyntax(text);
  };
  const expect = (symbol: string) => {
    if (peek() !== symbol) fail();
    at += 1;
  };
  const word = (): string => {
    const token = all[at];
    at += 1;
    return token?.kind === 'word' ? token.text : fail();
  };
  const literal = (): Literal => {
    const token = all[at];
    at += 1;
    return token?.kind === 'literal' ? token.value : fail();
  };
  const list = (): Literal[] => {
    expect('(');
    const values = [literal()];
    while (peek() === ',') {
      at += 1;
      values.push(literal());
    }
    expect(')');
    return values;
  };
  const compare = (property: string, operator: Operator, values: Literal[]): Filter => ({
    kind: 'compare',
    property,
    operator,
    value: values[0] ?? null,
    values,
  });
  const single = (): Filter => {
    if (peek() === '(') {
      at += 1;
      const inner = or();
      expect(')');
      return inner;
    }
    const name = word();
    if (name === 'not') return { kind: 'not', inner: single() };
    if (isOperator(name.toLowerCase(), functions) && peek() === '(') {
      at += 1;
      const property = word();
      expect(',');
      const value = literal();
      expect(')');
      return compare(property, name.toLowerCase() as Operator, [value]);
    }
    const operator = word();
    if (operator === 'in') return compare(name, 'in', list());
    if (!isOperator(operator, comparisons)) return fail();
    return compare(name, operator, [literal()]);
  };
  const and = (): Filter => {
    let left = single();
    while (peek() === 'and') {
      at += 1;
      left = { kind: 'and', left, right: single() };
    }
    return left;
  };
  const or = (): Filter => {
    let left = and();
    while (peek() === 'or') {
      at += 1;
      left = { kind: 'or', left, right: and() };
    }
    return left;
  };
  const parsed = or();
  return at === all.length ? parsed : fail();
}

const compared = (value: unknown): string | number | null => {
  if (typeof value === 'string') return value.toLowerCase();
  if (typeof value === 'boolean') return value ? 1 : 0;
  return typeof value === 'number' ? value : null;
};

function holds(operator: Operator, actual: string | number | null, wanted: string | number | null): boolean {
  switch (operator) {
    case 'eq':
    case 'in':
      return actual === wanted;
    case 'ne':
      return actual !== wanted;
    case 'startswith':
      return typeof actual === 'string' && typeof wanted === 'string' && actual.startsWith(wanted);
    case 'endswith':
      return typeof actual === 'string' && typeof wanted === 'string' && actual.endsWith(wanted);
    case 'contains':
      return typeof actual === 'string' && typeof wanted === 'string' && actual.includes(wanted);
    case 'lt':
      return actual !== null && wanted !== null && actual < wanted;
    case 'le':
      return actual !== null && wanted !== null && actual <= wanted;
    case 'gt':
      return actual !== null && wanted !== null && actual > wanted;
    case 'ge':
      return actual !== null && wanted !== null && actual >= wanted;
  }
}

/** Whether an object matches; `read` gives a property's value. Text is case-insensitive. */
export function passes(filter: Filter, read: (property: string) => unknown): boolean {
  switch (filter.kind) {
    case 'and':
      return passes(filter.left, read) && passes(filter.right, read);
    case 'or':
      return passes(filter.left, read) || passes(filter.right, read);
    case 'not':
      return !passes(filter.inner, read);
    case 'compare': {
      const actual = compared(read(filter.property));
      return filter.values.some((value) => holds(filter.operator, actual, compared(value)));
    }
  }
}

/** Every comparison of a filter, left to right. */
export function comparisonsOf(filter: Filter): Extract<Filter, { kind: 'compare' }>[] {
  if (filter.kind === 'compare') return [filter];
  if (filter.kind === 'not') return comparisonsOf(filter.inner);
  return [...comparisonsOf(filter.left), ...comparisonsOf(filter.right)];
}
