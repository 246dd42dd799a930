import { expect, it } from 'vitest';
import { z } from 'zod';
import { verbs } from '../../bot/index.ts';
import { digestPresses } from '../../bot/reminders/index.ts';
import { allRoutes } from '../../teams-app/program/routes.ts';

type Json = Record<string, unknown>;
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const parts = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isJson) : []);

/** The range of a double is no chosen limit. */
const mostNumber = 1e12;
const isLimited = (limit: unknown): boolean => typeof limit === 'number' && Math.abs(limit) < mostNumber;

/** Every unbounded part of an input schema. */
function endless(schema: Json, path: string): string[] {
  const choices = [schema['anyOf'], schema['oneOf'], schema['allOf']].flatMap(parts);
  if (choices.length > 0) return choices.flatMap((one) => endless(one, path));
  if ('const' in schema || 'enum' in schema) return [];
  switch (schema['type']) {
    case 'string': {
      if (schema['format'] !== 'date' && schema['format'] !== 'date-time')
        return isLimited(schema['maxLength']) ? [] : [`${path}: a text without a largest length`];
      const isBounded = 'formatMinimum' in schema && isLimited(schema['x-days-ahead']);
      return isBounded ? [] : [`${path}: a day without a first and a last`];
    }
    case 'number':
    case 'integer': {
      const least = isLimited(schema['minimum']) || isLimited(schema['exclusiveMinimum']);
      return least && isLimited(schema['maximum']) ? [] : [`${path}: a number without ends`];
    }
    case 'array':
      return [
        ...(isLimited(schema['maxItems']) || isLimited(parts(schema['prefixItems']).length || undefined)
          ? []
          : [`${path}: a list without a largest count`]),
        ...[...parts(schema['prefixItems']), ...parts([schema['items']])].flatMap((one) => endless(one, `${path}[]`)),
      ];
    case 'object':
      return [...ofMembers(schema, path), ...ofRest(schema, path)];
    case 'boolean':
    case 'null':
      return [];
    default:
      return [`${path}: anything at all`];
  }
}
const ofMembers = (schema: Json, path: string): string[] =>
  Object.entries(isJson(schema['properties']) ? schema['properties'] : {}).flatMap(([name, member]) =>
    isJson(member) ? endless(member, `${path}.${name}`) : [],
  );
/** A record: its names are choices, or its size is limited. */
function ofRest(schema: Json, path: string): string[] {
  const rest = schema['additionalProperties'];
  if (!isJson(rest) || Object.keys(rest).length === 0) return [];
  const names = schema['propertyNames'];
  const isKnown = isJson(names) && 'enum' in names;
  return [...(isKnown ? [] : [`${path}: a record without a largest count`]), ...endless(rest, `${path}{}`)];
}

const inputOf = (schema: z.ZodType): Json => {
  const json: unknown = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' });
  return isJson(json) ? json : {};
};

it('every input of every route has its ends', () => {
  const found = allRoutes.flatMap(({ name, endpoint }) => [
    ...(endpoint.query ? endless(inputOf(endpoint.query), `${name} query`) : []),
    ...(endpoint.body ? endless(inputOf(endpoint.body), `${name} body`) : []),
  ]);
  expect(found).toEqual([]);
});

it('every title that is sent is taken in one line', () => {
  const titles = allRoutes.flatMap(({ name, endpoint: { body } }) => {
    const title: unknown = body instanceof z.ZodObject ? body.shape['title'] : undefined;
    return title instanceof z.ZodType ? [{ name, title }] : [];
  });
  expect(titles.length).toBeGreaterThan(20);
  const broken = titles.filter(({ title }) => /[\r\n]/.test(String(title.safeParse('one\r\ntwo').data)));
  expect(broken.map(({ name }) => name)).toEqual([]);
});

it('every input of every button of a card has its ends', () => {
  const all = { ...verbs, ...digestPresses };
  expect(Object.keys(all).length).toBeGreaterThan(12);
  expect(Object.entries(all).flatMap(([name, { data }]) => endless(inputOf(data), name))).toEqual([]);
  const ofDigests = Object.entries(digestPresses).flatMap(([name, { data }]) => endless(inputOf(data), name));
  expect(ofDigests).toEqual([]);
});

it('an input without its ends is found, whatever it is', () => {
  const schema = z.object({
    text: z.string(),
    day: z.iso.date(),
    at: z.array(z.iso.datetime()).max(3),
    number: z.number().min(0),
    whole: z.int(),
    list: z.array(z.boolean()),
    record: z.record(z.string(), z.enum(['a'])),
    pattern: z.string().regex(/^a*$/),
    either: z.union([z.literal(''), z.url()]),
    any: z.unknown(),
  });
  expect(endless(inputOf(schema), '').map((line) => line.split(':')[0])).toEqual([
    '.text',
    '.day',
    '.at[]',
    '.number',
    '.whole',
    '.list',
    '.record',
    '.pattern',
    '.either',
    '.any',
  ]);
});
