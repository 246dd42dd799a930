import { z } from 'zod';
import { internalName } from '../../../api/sharepoint/define-list.ts';
import type { ListDefinition } from '../../../api/sharepoint/index.ts';

type Column = ListDefinition<{ key: string }>['columns'][string];

const moment = '2026-11-24T09:12:00.000Z';
const unknownLeaves = ['x', '2026-11-24', moment];

/** Valid fields for an empty list. `known` returns the key or person of a field, by its name. */
export function someFields(
  definition: ListDefinition<{ key: string }>,
  known: (field: string) => string | undefined,
): Record<string, unknown> {
  const fields: Record<string, unknown> = { Key: known('key') ?? `some-${definition.name.toLowerCase()}` };
  for (const [field, column] of Object.entries(definition.columns)) {
    const value = someValue(column, known(field));
    if (value !== undefined) fields[internalName(field, column)] = value;
  }
  return fields;
}

function someValue({ facet, parser, optional }: Column, known: string | undefined): unknown {
  const candidates = [known, '2026-11-24', moment, 'Noget', 1, true, '2026-11', '09:30', ...fromSchema(parser)];
  const wanted = 'text' in facet ? candidates : candidates.filter((value) => value !== known);
  const value = wanted.find((one) => one !== undefined && parser.safeParse(one).success);
  if (value === undefined && !optional) throw new Error(`no value is known for ${JSON.stringify(facet)}`);
  return value;
}

function fromSchema(parser: z.ZodType): string[] {
  const schema: unknown = z.toJSONSchema(parser, { io: 'output', unrepresentable: 'any' });
  return unknownLeaves.flatMap((leaf) => {
    const value = sample(schema, leaf);
    return typeof value === 'string' ? [value, JSON.stringify(value)] : [JSON.stringify(value)];
  });
}

/** A value of a JSON schema, as zod writes it for list contents. */
function sample(schema: unknown, leaf: string, place = 0): unknown {
  const at = (name: string): unknown =>
    typeof schema === 'object' && schema !== null ? (schema as Record<string, unknown>)[name] : undefined;
  const [anyOf, enumeration, constant] = [at('anyOf') ?? at('oneOf'), at('enum'), at('const')];
  if (constant !== undefined) return constant;
  if (Array.isArray(enumeration)) return enumeration[0] as unknown;
  if (Array.isArray(anyOf)) return sample(anyOf[0], leaf);
  switch (at('type')) {
    case 'object': {
      const members = Object.entries((at('properties') ?? {}) as Record<string, unknown>);
      return Object.fromEntries(members.map(([name, member]) => [name, sample(member, leaf)]));
    }
    case 'array':
      return Array.from({ length: Number(at('minItems') ?? 1) }, (_, index) => sample(at('items'), leaf, index));
    case 'integer':
    case 'number':
      return Number(at('minimum') ?? 1 + place);
    case 'boolean':
      return true;
    case 'string':
      if (at('format') === 'date-time') return moment;
      if (at('format') === 'uri') return 'https://eksempel.dk';
      return at('format') === 'date' ? '2026-11-24' : leaf;
    default:
      return leaf;
  }
}
