import { invalid } from '../kernel/index.ts';
import { longTextLimit, textLimit, type Column } from './columns.ts';
import { internalName, type ListDefinition } from './define-list.ts';
import { wrongField, type WrongField } from './wrong-field.ts';

/** An item's fields as Graph returns them: a field never set, or cleared, is absent. */
export type GraphFields = Readonly<Record<string, unknown>>;

/** Result of decoding an item: a record, or the problems (one readable line each). */
export type Decoded<R> = { record: R } | { problems: string[]; fields: WrongField[]; key?: string };

interface CodecColumn {
  field: string;
  internal: string;
  column: Column<unknown>;
  lines: 'one' | 'many' | 'notText';
  /** Interns repeated values; `undefined` when the column holds too many different ones. */
  pool: Map<string, string> | undefined;
}

/** Problems told of one field: JSON of another shape has one in every member. */
const mostTold = 3;

/** A column with more distinct values is not pooled. */
const poolLimit = 2_000;
const pooledLength = 100;

/** Record ↔ fields of a list. Made once for each list in a process. */
export interface Codec<R extends { key: string }> {
  /** Internal names for `$select`, comma-separated. */
  readonly select: string;
  /**
   * Fields for a write. `undefined` becomes `null`, which clears the field. Refuses what cannot be read back. Throws
   * AppError invalid: `sharepoint.tooLong` {field, length, limit}, `sharepoint.invalidField` {field, problem}.
   */
  encode(fields: Partial<R> | Partial<Omit<R, 'key'>>): Record<string, unknown>;
  decode(fields: GraphFields): Decoded<R>;
  /** A copy of the record with the named (internal) fields taken from `fields`, where absent or null clears. */
  overlay(record: R, names: readonly string[], fields: GraphFields): R;
  /** Whether the record already has all these encoded fields. */
  holds(record: R, encoded: GraphFields): boolean;
}

const linesOf = ({ facet }: Column<unknown>): CodecColumn['lines'] => {
  const text = facet.text;
  if (typeof text !== 'object' || text === null) return 'notText';
  return 'allowMultipleLines' in text && text.allowMultipleLines === true ? 'many' : 'one';
};

export function codecOf<R extends { key: string }>(definition: ListDefinition<R>): Codec<R> {
  const columns: CodecColumn[] = Object.entries(definition.columns).map(([field, column]) => ({
    field,
    internal: internalName(field, column),
    column,
    lines: linesOf(column),
    pool: new Map(),
  }));
  const byField = new Map(columns.map((column) => [column.field, column]));

  const byInternal = new Map(columns.map((column) => [column.internal, column]));

  const encode = (fields: Partial<R> | Partial<Omit<R, 'key'>>): Record<string, unknown> => {
    const encoded: Record<string, unknown> = {};
    for (const [field, value] of Object.entries(fields)) {
      if (field === 'key') {
        encoded.Key = checkedKey(value);
        // SharePoint's own column, which tenants may require.
        if (!byField.has('title')) encoded.Title = encoded.Key;
      }
      const column = byField.get(field);
      if (column) encoded[column.internal] = encodeValue(column, value);
    }
    return encoded;
  };

  const decode = (fields: GraphFields): Decoded<R> => {
    const key = typeof fields.Key === 'string' && fields.Key !== '' ? fields.Key : undefined;
    const wrongKey = wrongInKey(key);
    const problems: string[] = wrongKey ? [`Key: ${wrongKey.wrong}`] : [];
    const wrong: WrongField[] = wrongKey ? [wrongKey] : [];
    const record: Record<string, unknown> = { key };
    for (const column of columns) {
      const raw = present(column, fields[column.internal]);
      if (isTooLong(column, raw)) {
        problems.push(`${column.internal}: over ${longTextLimit} characters`);
        wrong.push({ column: column.internal, wrong: 'tooLong', hint: String(longTextLimit) });
        continue;
      }
      const parsed = column.column.parser.safeParse(raw);
      if (!parsed.success) {
        const issues = parsed.error.issues.slice(0, mostTold);
        problems.push(...issues.map((issue) => problemLine(column, issue)));
        wrong.push(...issues.map((issue) => wrongField(column.internal, issue, raw)));
      } else if (parsed.data !== undefined) record[column.field] = pooled(column, parsed.data);
    }
    // Every column has been parsed by its own parser; R consists of them.
    const read = record as unknown as R;
    if (problems.length === 0)
      for (const one of definition.check?.(read) ?? []) {
        problems.push(`${one.column}: ${one.wrong}`);
        wrong.push(one);
      }
    if (problems.length > 0) return { problems, fields: wrong, ...(key === undefined ? {} : { key }) };
    return { record: read };
  };

  const overlay = (record: R, names: readonly string[], fields: GraphFields): R => {
    const copy: Record<string, unknown> = { ...record };
    for (const name of names) {
      const column = byInternal.get(name);
      if (!column) continue;
      const value = column.column.parser.parse(present(column, fields[name]));
      if (value === undefined) delete copy[column.field];
      else copy[column.field] = pooled(column, value);
    }
    return copy as unknown as R;
  };

  const holds = (record: R, encoded: GraphFields): boolean => {
    const values = new Map<string, unknown>(Object.entries(record));
    return Object.entries(encoded).every(([name, value]) => {
      if (name === 'Key' || (name === 'Title' && !byInternal.has(name))) return record.key === value;
      const column = byInternal.get(name);
      const parsed = column?.column.parser.safeParse(present(column, value));
      // As JSON: a structured value comes back with its members in the schema's order.
      return (
        parsed?.success === true && JSON.stringify(parsed.data) === JSON.stringify(values.get(column?.field ?? ''))
      );
    });
  };

  return { overlay, holds, select: ['Key', ...columns.map((column) => column.internal)].join(','), encode, decode };
}

const keyCharacters = /^[\w.:@~-]+$/;

/** What is read can be written: an item that a job could not write on would stop it. */
function wrongInKey(key: string | undefined): WrongField | undefined {
  if (key === undefined) return { column: 'Key', wrong: 'empty' };
  if (key.length > textLimit) return { column: 'Key', wrong: 'tooLong', hint: String(textLimit) };
  return keyCharacters.test(key) ? undefined : { column: 'Key', wrong: 'keyCharacters' };
}
const isTooLong = ({ lines }: CodecColumn, raw: unknown): boolean =>
  lines === 'many' && typeof raw === 'string' && raw.length > longTextLimit;

/** Keys are compared in an OData filter after a time-out, where quotes and the like are risky: refused here. */
function checkedKey(key: unknown): string {
  if (typeof key !== 'string' || key === '')
    throw invalid('sharepoint.invalidField', { field: 'key', problem: 'empty' });
  if (key.length > textLimit) throw tooLong('key', key.length, textLimit);
  if (!keyCharacters.test(key)) throw invalid('sharepoint.invalidField', { field: 'key', problem: 'characters' });
  return key;
}

function encodeValue({ field, column, lines }: CodecColumn, value: unknown): unknown {
  if (value === undefined && !column.optional) {
    throw invalid('sharepoint.invalidField', { field, problem: 'required' });
  }
  const given = column.encode(value);
  const encoded = lines === 'many' && typeof given === 'string' ? plainLines(given) : given;
  if (typeof encoded === 'string' && lines !== 'notText') {
    const limit = lines === 'many' ? longTextLimit : textLimit;
    if (encoded.length > limit) throw tooLong(field, encoded.length, limit);
  }
  const back = column.parser.safeParse(encoded === null ? undefined : encoded);
  if (!back.success) {
    throw invalid('sharepoint.invalidField', { field, problem: back.error.issues[0]?.message ?? 'unreadable' });
  }
  return encoded;
}

const tooLong = (field: string, length: number, limit: number) =>
  invalid('sharepoint.tooLong', { field, length, limit });

/** Tenants may store line breaks as Windows does. */
const plainLines = (text: string): string => (text.includes('\r') ? text.replaceAll('\r\n', '\n') : text);

/** SharePoint stores an empty text as absent; a required column then reads as ''. */
const present = ({ column, lines }: CodecColumn, raw: unknown): unknown => {
  if (lines === 'many' && typeof raw === 'string') return plainLines(raw);
  if (raw !== undefined && raw !== null) return raw;
  return lines === 'one' && !column.optional ? '' : column.unset;
};

const problemLine = ({ internal }: CodecColumn, issue: { path: PropertyKey[]; message: string }): string =>
  `${[internal, ...issue.path.map(String)].join('.')}: ${issue.message}`;

/** 100,000 records have few different departments, roles and versions: equal strings share one copy. */
function pooled(column: CodecColumn, value: unknown): unknown {
  if (typeof value !== 'string' || !column.pool || value.length > pooledLength) return value;
  const known = column.pool.get(value);
  if (known !== undefined) return known;
  if (column.pool.size >= poolLimit) column.pool = undefined;
  else column.pool.set(value, value);
  return value;
}
