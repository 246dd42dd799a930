import { codecOf } from '../../../api/sharepoint/codec.ts';
import { internalName } from '../../../api/sharepoint/define-list.ts';
import type { ListDefinition } from '../../../api/sharepoint/index.ts';

type Column = ListDefinition<{ key: string }>['columns'][string];
type Fields = Readonly<Record<string, unknown>>;

/** One value a person may enter in a field; `null` empties it. `taken`: the field is still readable. */
export interface Damage {
  column: string;
  /** The damage, the same for every item. */
  kind: string;
  value: unknown;
  taken: boolean;
}

const nonsense = 'vrøvl <b>& "';
/** The far ends of what is read, and what is not. */
const days = ['1900-01-01', '2099-12-31', '0001-01-01', '9999-12-31'] as const;
const moments = [
  '1900-01-01T00:00:00.000Z',
  '2099-12-31T23:59:59.999Z',
  '0001-01-01T00:00:00.000Z',
  '9999-12-31T23:59:59.999Z',
] as const;
const words = ['', nonsense, 'W'.repeat(255), ...days, ...moments] as const;
const numbers = [-1, 0, 0.5, 1e9, 1e15, 1e308] as const;
const nowhere = 'constructor';
const otherShapes = ['{', '[]', '{}', 'null', '7', `"nonsense"`, '[null]', '[[]]', '[{}]'];

const known = new WeakMap<ListDefinition<{ key: string }>, Map<string, Damage[]>>();

/**
 * All damages of an item's fields. `isKey`: whether a text is an existing key. Computed once for items that differ in
 * their keys only.
 */
export function damagesOf(
  definition: ListDefinition<{ key: string }>,
  fields: Fields,
  isKey: (text: string) => boolean,
): Damage[] {
  const ofList = known.get(definition) ?? new Map<string, Damage[]>();
  known.set(definition, ofList);
  const columns = Object.entries(definition.columns).map(([field, column]) => fields[internalName(field, column)]);
  const name = JSON.stringify(columns);
  const found = ofList.get(name) ?? allDamagesOf(definition, fields, isKey);
  ofList.set(name, found);
  return found;
}

function allDamagesOf(
  definition: ListDefinition<{ key: string }>,
  fields: Fields,
  isKey: (text: string) => boolean,
): Damage[] {
  const codec = codecOf(definition);
  const present = codec.decode(fields);
  const unread = 'fields' in present ? present.fields.map(({ column }) => column) : [];
  // Each column is read separately: the others once.
  const hidden = (column: string) => unread.some((other) => other !== column);
  const reads = (column: string) => (value: unknown) => {
    try {
      codec.overlay({ key: 'omdoebt' }, [column], { [column]: value });
      return true;
    } catch {
      return false;
    }
  };
  const key = [null, '', 7, 'omdoebt', '0', '__proto__', 'x'.repeat(200)].map((value) => ({
    ...{ column: 'Key', kind: String(value), value },
    taken: !hidden('Key') && 'record' in codec.decode({ ...fields, Key: value }),
  }));
  const others = Object.entries(definition.columns).flatMap(([field, column]) => {
    const internal = internalName(field, column);
    const taken = !hidden(internal);
    return readOrNot(column, fields[internal], isKey, reads(internal)).map(({ kind, value, isRead }) => ({
      ...{ column: internal, kind, value },
      taken: taken && isRead,
    }));
  });
  return [...key, ...others];
}

interface Value {
  kind: string;
  value: unknown;
}

const ofColumns = new WeakMap<Column, Map<string, (Value & { isRead: boolean })[]>>();
/** Computed once for all items of a list with equal values in the column. */
function readOrNot(
  column: Column,
  present: unknown,
  isKey: (text: string) => boolean,
  reads: (value: unknown) => boolean,
): readonly (Value & { isRead: boolean })[] {
  const ofColumn = ofColumns.get(column) ?? new Map<string, (Value & { isRead: boolean })[]>();
  ofColumns.set(column, ofColumn);
  const name = JSON.stringify(present) ?? '';
  const found =
    ofColumn.get(name) ?? valuesFor(column, present, isKey).map((one) => ({ ...one, isRead: reads(one.value) }));
  ofColumn.set(name, found);
  return found;
}

const plainly = (values: readonly unknown[]): Value[] =>
  values.map((value) => ({ kind: String(value).slice(0, 30), value }));

function valuesFor(column: Column, present: unknown, isKey: (text: string) => boolean): Value[] {
  const { facet } = column;
  if ('number' in facet) return plainly([null, ...numbers]);
  if ('boolean' in facet) return plainly([null, true, false]);
  if ('choice' in facet) return plainly([null, ...choicesOf(facet.choice), nonsense]);
  if (isJson(column)) return [...plainly([null, ...otherShapes]), ...bentJson(column, present, isKey)];
  if (typeof present === 'string' && isKey(present)) return plainly([null, nowhere]);
  return plainly([null, ...words.slice(1), nowhere]);
}

const choicesOf = (facet: unknown): unknown[] =>
  typeof facet === 'object' && facet !== null && 'choices' in facet && Array.isArray(facet.choices)
    ? (facet.choices as unknown[])
    : [];

const isJson = ({ facet, parser }: Column): boolean =>
  JSON.stringify(facet).includes('allowMultipleLines') && !parser.safeParse(nonsense).success;

/** The JSON with one kind of nonsense at a time in every leaf that accepts it, and its lists empty or doubled. */
function bentJson(column: Column, present: unknown, isKey: (text: string) => boolean): Value[] {
  if (typeof present !== 'string' || !column.parser.safeParse(present).success) return [];
  const bend = (into: (leaf: unknown) => unknown): string => {
    const root: Record<string, unknown> = { value: JSON.parse(present) };
    const written = () => JSON.stringify(root['value']);
    bendLeaves(leavesOf(root), into, () => column.parser.safeParse(written()).success);
    return written();
  };
  const plain = (text: string) => (leaf: unknown) => (typeof leaf === 'string' && !isKey(leaf) ? text : leaf);
  return [
    ...words.map((text) => ({ kind: `texts ${text.slice(0, 20)}`, value: bend(plain(text)) })),
    ...numbers.map((number) => ({
      kind: `numbers ${number}`,
      value: bend((leaf) => (typeof leaf === 'number' ? number : leaf)),
    })),
    { kind: 'keys of nothing', value: bend((leaf) => (typeof leaf === 'string' && isKey(leaf) ? nowhere : leaf)) },
    { kind: 'the other way', value: bend((leaf) => (typeof leaf === 'boolean' ? !leaf : leaf)) },
    { kind: 'no members', value: bend((leaf) => (Array.isArray(leaf) ? [] : leaf)) },
    {
      kind: 'all members twice',
      value: bend((leaf) => (Array.isArray(leaf) ? [...(leaf as unknown[]), ...(leaf as unknown[])] : leaf)),
    },
  ].filter(({ value }) => value !== JSON.stringify(JSON.parse(present)));
}

/** The first few of a long list suffice. */
const mostMembers = 12;

interface Leaf {
  parent: Record<string, unknown>;
  name: string;
}
const leavesOf = (parent: Record<string, unknown>): Leaf[] =>
  Object.keys(parent)
    .slice(0, mostMembers)
    .flatMap((name) => {
      const value = parent[name];
      const within = typeof value === 'object' && value !== null ? leavesOf(value as Record<string, unknown>) : [];
      return [...within, { parent, name }];
    });

/** Damages every leaf, except those that would make the whole unreadable: found by bisection. */
function bendLeaves(leaves: readonly Leaf[], into: (leaf: unknown) => unknown, reads: () => boolean): void {
  const bent = leaves.flatMap(({ parent, name }) => {
    const before = parent[name];
    const after = into(before);
    if (after === before) return [];
    parent[name] = after;
    return [{ parent, name, before }];
  });
  if (bent.length === 0 || reads()) return;
  for (const { parent, name, before } of bent.toReversed()) parent[name] = before;
  if (bent.length === 1) return;
  const middle = Math.ceil(bent.length / 2);
  bendLeaves(bent.slice(0, middle), into, reads);
  bendLeaves(bent.slice(middle), into, reads);
}
