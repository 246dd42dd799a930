import { z } from 'zod';

interface Schema {
  type?: string;
  format?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  minItems?: number;
  minLength?: number;
  minimum?: number;
  exclusiveMinimum?: number;
}
const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null;

/** A contract's minimum: a body that an act accepts before checking permission. */
export function sampleOf(schema: z.ZodType): unknown {
  const json: unknown = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return isSchema(json) ? valueOf(json) : undefined;
}

const words = 'Fordi det passer bedre sådan';
function valueOf(schema: Schema): unknown {
  if (schema.const !== undefined) return schema.const;
  const [first] = schema.enum ?? [];
  if (first !== undefined) return first;
  const [one] = schema.anyOf ?? schema.oneOf ?? [];
  if (one) return valueOf(one);
  const { type, required = [], properties = {}, items = {}, minItems = 0, minimum, exclusiveMinimum = 0 } = schema;
  if (type === 'object') return Object.fromEntries(required.map((name) => [name, valueOf(properties[name] ?? {})]));
  if (type === 'array') return Array.from({ length: minItems }, () => valueOf(items));
  if (type === 'integer' || type === 'number') return minimum ?? exclusiveMinimum + 1;
  if (type === 'boolean') return true;
  return type === 'string' ? textOf(schema) : undefined;
}

function textOf({ format, minLength = 0 }: Schema): string {
  if (format === 'date') return '2027-01-15';
  if (format === 'date-time') return '2026-11-24T08:00:00.000Z';
  if (format === 'uri') return 'https://proeve.example/';
  return minLength > words.length ? words.padEnd(minLength, '.') : words;
}
