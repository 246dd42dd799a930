import { z } from 'zod';
import { conflict } from '../kernel/index.ts';

/**
 * Refuses a body with a field that its schema does not read, at any depth. A tab opened before an upgrade may send one
 * under an old name; left out of the act, an edit stamp would let it overwrite what others wrote. Throws AppError
 * conflict `http.newVersion`.
 */
export function requireKnownFields(schema: z.ZodType | undefined, body: unknown): void {
  if (schema && !isKnown([schema], body)) throw conflict('http.newVersion');
}

type Schema = z.core.$ZodType;

/** Whether one of the schemas has a place for each field of the value. */
function isKnown(schemas: readonly Schema[], value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  const all = schemas.flatMap(within);
  if (Array.isArray(value)) {
    const elements = all.flatMap((schema) => (schema instanceof z.ZodArray ? [schema.element] : []));
    return elements.length === 0 || value.every((element) => isKnown(elements, element));
  }
  const objects = all.flatMap((schema) =>
    schema instanceof z.ZodObject ? [schema.shape as Record<string, Schema>] : [],
  );
  const values = all.flatMap((schema) => (schema instanceof z.ZodRecord ? [schema.valueType] : []));
  if (objects.length + values.length === 0) return true;
  return Object.entries(value).every(([name, field]) => {
    const members = objects.flatMap((shape) => {
      const member = Object.hasOwn(shape, name) ? shape[name] : undefined;
      return member ? [member] : [];
    });
    const places = [...members, ...values];
    return places.length > 0 && isKnown(places, field);
  });
}

/** The schemas that may read a value, without what is around them. */
function within(schema: Schema): Schema[] {
  if (schema instanceof z.ZodUnion) return (schema.options as readonly Schema[]).flatMap(within);
  if (schema instanceof z.ZodIntersection) return [schema.def.left, schema.def.right].flatMap(within);
  if (schema instanceof z.ZodPipe)
    return within(schema.def.in instanceof z.ZodTransform ? schema.def.out : schema.def.in);
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodReadonly
  )
    return within(schema.def.innerType);
  return [schema];
}
