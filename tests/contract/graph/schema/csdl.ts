import { readFileSync } from 'node:fs';

/** Properties of one type: name → OData type. */
type Properties = Map<string, string>;
interface Type {
  base: string | undefined;
  open: boolean;
  properties: Properties;
}

// Part of microsoftgraph/msgraph-metadata `schemas/v1.0-Prod.csdl` (MIT), the types in the emulator's responses.
const source = readFileSync(new URL('./graph-v1.0-subset.csdl', import.meta.url), 'utf8');

const attribute = (text: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(text)?.[1];
const plain = (type: string) => type.replace('microsoft.graph.', 'graph.');

function readTypes(): Map<string, Type> {
  const types = new Map<string, Type>();
  for (const [, head = '', body = ''] of source.matchAll(
    /<(?:EntityType|ComplexType)\s([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:EntityType|ComplexType)>)/g,
  )) {
    const properties: Properties = new Map();
    for (const [, property = ''] of body.matchAll(/<(?:Navigation)?Property\s([^>]*?)\/?>/g)) {
      properties.set(attribute(property, 'Name') ?? '', plain(attribute(property, 'Type') ?? ''));
    }
    const base = attribute(head, 'BaseType');
    types.set(`graph.${attribute(head, 'Name')}`, {
      base: base === undefined ? undefined : plain(base),
      open: attribute(head, 'OpenType') === 'true',
      properties,
    });
  }
  return types;
}
const types = readTypes();

function propertyType(typeName: string, name: string): string | undefined {
  const type = types.get(typeName);
  return type?.properties.get(name) ?? (type?.base === undefined ? undefined : propertyType(type.base, name));
}
const isOpen = (typeName: string): boolean => {
  const type = types.get(typeName);
  return type !== undefined && (type.open || (type.base !== undefined && isOpen(type.base)));
};

const primitives: Readonly<Record<string, (value: unknown) => boolean>> = {
  'Edm.String': (value) => typeof value === 'string',
  'Edm.Boolean': (value) => typeof value === 'boolean',
  'Edm.Int32': (value) => Number.isInteger(value),
  'Edm.Int64': (value) => Number.isInteger(value),
  'Edm.Double': (value) => typeof value === 'number',
  'Edm.Guid': (value) => typeof value === 'string' && /^[0-9a-f-]{36}$/i.test(value),
  'Edm.DateTimeOffset': (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value),
};

/** Paths in a value that do not match its type in the official schema; empty when all match. */
export function misfits(value: unknown, typeName: string, path = typeName): string[] {
  const collection = /^Collection\((.*)\)$/.exec(typeName)?.[1];
  if (collection !== undefined) {
    if (!Array.isArray(value)) return [`${path}: no collection`];
    return value.flatMap((one, at) => misfits(one, collection, `${path}[${at}]`));
  }
  const primitive = primitives[typeName];
  if (value === null || value === undefined) return [];
  if (primitive) return primitive(value) ? [] : [`${path}: ${JSON.stringify(value)} is no ${typeName}`];
  if (!types.has(typeName)) return typeof value === 'string' || typeof value === 'object' ? [] : [`${path}: odd value`];
  if (typeof value !== 'object') return [`${path}: no object`];
  return Object.entries(value).flatMap(([name, inner]) => {
    if (name.includes('@')) return [];
    const type = propertyType(typeName, name);
    if (type !== undefined) return misfits(inner, type, `${path}.${name}`);
    return isOpen(typeName) ? [] : [`${path}.${name}: not in the schema`];
  });
}
export const knowsType = (name: string): boolean => types.has(name);
