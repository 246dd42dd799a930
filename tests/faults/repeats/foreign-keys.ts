import { inputSchema } from '../../fuzz/an-input.ts';
import type { Route } from '../../../api/http/index.ts';

type Json = Record<string, unknown>;
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const parts = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isJson) : []);

/** Names that are no key of another record: of the record's own parts, or another system's. */
const own = new Set(['vivaContentId', 'externalId', 'groupIds']);
const isForeign = (name: string): boolean => /(?:Key|Keys|Id|Ids)$/.test(name) && !own.has(name);

/** A way to a foreign key in a body: names, and 0 for the first of a list. */
export type Way = readonly (string | 0)[];

/** Every foreign key that a route's body may hold. */
export function foreignKeys({ endpoint }: Route): Way[] {
  return endpoint.body ? within(inputSchema(endpoint.body), []) : [];
}

function within(schema: Json, way: Way): Way[] {
  const members = isJson(schema['properties']) ? Object.entries(schema['properties']) : [];
  return [
    ...members.flatMap(([name, member]) => (isJson(member) ? ofMember(name, member, [...way, name]) : [])),
    ...[schema['anyOf'], schema['oneOf']].flatMap(parts).flatMap((one) => within(one, way)),
  ];
}

function ofMember(name: string, schema: Json, way: Way): Way[] {
  const [item] = parts([schema['items']]);
  if (isForeign(name)) return [item ? [...way, 0] : way];
  return item ? within(item, [...way, 0]) : within(schema, way);
}

/** The body with another value at the way. */
export function withValue(body: unknown, [next, ...rest]: Way, value: unknown): unknown {
  if (next === undefined) return value;
  if (next === 0) return [withValue(Array.isArray(body) ? body[0] : {}, rest, value)];
  return { ...(isJson(body) ? body : {}), [next]: withValue(isJson(body) ? body[next] : undefined, rest, value) };
}
