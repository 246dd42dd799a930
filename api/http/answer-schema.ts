import { z } from 'zod';

const known = new WeakMap<z.ZodType, z.ZodType>();

/**
 * Schema of an answer, from a contract that often shares its fields with input. Limits (lengths, ranges, patterns)
 * apply to input only: a list may hold hand-edited values, which an answer returns as they are. Kinds, names, choices,
 * whole numbers, days and moments are checked.
 */
export function answerSchema(schema: z.ZodType): z.ZodType {
  const made = known.get(schema) ?? withoutLimits(schema);
  known.set(schema, made);
  return made;
}

/** Zod types members wider than `ZodType`; all ours are of it. */
const inner = (schema: z.core.$ZodType): z.ZodType => answerSchema(schema as z.ZodType);

function withoutLimits(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodISODate) return z.iso.date();
  if (schema instanceof z.ZodISODateTime) return z.iso.datetime();
  if (schema instanceof z.ZodString || schema instanceof z.ZodStringFormat) return z.string();
  if (schema instanceof z.ZodNumber) return schema.isInt ? z.int() : z.number();
  if (schema instanceof z.ZodArray) return z.array(inner(schema.element));
  if (schema instanceof z.ZodObject) {
    const { def } = schema;
    const members: [string, unknown][] = Object.entries(def.shape);
    const shape = Object.fromEntries(
      members.flatMap(([name, member]) => (member instanceof z.ZodType ? [[name, answerSchema(member)] as const] : [])),
    );
    return z.core.clone(schema, { ...def, shape, checks: [] });
  }
  if (schema instanceof z.ZodRecord) return z.core.clone(schema, { ...schema.def, valueType: inner(schema.valueType) });
  if (schema instanceof z.ZodUnion || schema instanceof z.ZodDiscriminatedUnion)
    return z.core.clone(schema, { ...schema.def, options: schema.def.options.map(inner) });
  if (schema instanceof z.ZodOptional) return inner(schema.unwrap()).optional();
  if (schema instanceof z.ZodNullable) return inner(schema.unwrap()).nullable();
  if (schema instanceof z.ZodDefault)
    return z.core.clone(schema, { ...schema.def, innerType: inner(schema.def.innerType) });
  return schema;
}
