import { z } from 'zod';
import { conflict } from '../kernel/index.ts';

/** Of what the sender wrote, in the answer. */
const [mostNamed, longestName] = [10, 60];

/**
 * Refuses a body with a field that its schema does not read. A tab opened before an upgrade may send one under an old
 * name; left out of the act, an edit stamp would let it overwrite what others wrote. Throws AppError conflict
 * `http.newVersion` with the names of the fields, for programs that call the API.
 */
export function requireKnownFields(schema: z.ZodType | undefined, body: unknown): void {
  if (!schema || typeof body !== 'object' || body === null || Array.isArray(body)) return;
  const known = new Set(fieldsOf(schema));
  if (known.size === 0) return;
  const unknown = Object.keys(body).filter((name) => !known.has(name));
  if (unknown.length === 0) return;
  const named = unknown.slice(0, mostNamed).map((name) => name.slice(0, longestName));
  throw conflict('http.newVersion', { unknownFields: named.join(', ') });
}

/** The fields of an object, or of any of its choices. */
function fieldsOf(schema: z.core.$ZodType): string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(fieldsOf);
  if (schema instanceof z.ZodIntersection) return [schema.def.left, schema.def.right].flatMap(fieldsOf);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return fieldsOf(schema.def.innerType);
  return [];
}
