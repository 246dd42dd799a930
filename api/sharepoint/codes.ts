import { z } from 'zod';
import { day, dayIn, momentIn, type Column } from './columns.ts';

type Schema = z.ZodType;
type Definition = Readonly<Record<string, unknown>> & { readonly type: string };

/** A text in a structured value that is always a code or a key of the program, of no fixed list. */
export const codeText = z.string();

const definitionOf = (schema: Schema): Definition => schema.def as unknown as Definition;
const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null && 'def' in value;

/** The schemas that a value of this one is of: without what wraps it, each way of a union. */
function within(schema: Schema): readonly Schema[] {
  const { type, innerType, options, in: first, out } = definitionOf(schema);
  if (isSchema(innerType)) return within(innerType);
  if (Array.isArray(options)) return options.filter(isSchema).flatMap(within);
  if (type === 'pipe') return [first, out].filter(isSchema).flatMap(within);
  return [schema];
}

/** The schemas of the items of a list, or of the member `name` of an object or a record. */
export const partsOf = (schemas: readonly Schema[], name?: string): readonly Schema[] =>
  schemas.flatMap(within).flatMap((schema): readonly Schema[] => {
    const { element, shape, valueType } = definitionOf(schema);
    if (name === undefined) return isSchema(element) ? [element] : [];
    if (isSchema(valueType)) return [valueType];
    const member = (shape as Readonly<Record<string, unknown>> | undefined)?.[name];
    return isSchema(member) ? [member] : [];
  });

/** Whether a text is a code of the program by these schemas, and nothing that people write. */
export const isCodeOf = (schemas: readonly Schema[], value: string): boolean =>
  schemas.flatMap(within).some((schema) => {
    const { type, entries, values } = definitionOf(schema);
    if (type === 'enum') return Object.values(entries as Readonly<Record<string, unknown>>).includes(value);
    return schema === codeText || (type === 'literal' && Array.isArray(values) && values.includes(value));
  });

/** Whether a text is a moment, or a day, by these schemas. */
export const timeOf = (schemas: readonly Schema[]): 'moment' | 'day' | undefined => {
  const held = schemas.flatMap(within);
  if (held.includes(momentIn)) return 'moment';
  return held.includes(day) || held.includes(dayIn) ? 'day' : undefined;
};

/** What the text of a column is in a record: what people write, a code by the schema, or a code or key of any kind. */
export type Wording = 'written' | 'key' | { readonly schemas: readonly Schema[] };

export function wordingOf(column: Column<unknown>, recordKey: string): Wording {
  if (column.isTyped === true && column.codedIn?.includes(recordKey) !== true) return 'written';
  return column.holds ? { schemas: [column.holds] } : 'key';
}
