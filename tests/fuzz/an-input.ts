import { z } from 'zod';
import { one } from '../load/dice.ts';
import { farEnd, type Dice } from './far-ends.ts';

type Json = Record<string, unknown>;
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const parts = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isJson) : []);
const numberOr = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise);

const said = new WeakMap<z.ZodType, Json>();

/** An input schema as JSON schema; cached. */
export function inputSchema(schema: z.ZodType): Json {
  const known = said.get(schema);
  if (known) return known;
  const json: unknown = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' });
  const found = isJson(json) ? json : {};
  said.set(schema, found);
  return found;
}

/** Texts matching patterns of contracts. */
const samples = [
  '1.0',
  '2.0',
  '10:00',
  'current.4.3',
  '2026',
  '2026-11',
  'a',
  'trin-1',
  'FREQ=YEARLY',
  'gap:1',
  'https://x.dk/a',
];
/** Existing keys, by the name of the field or parameter. */
export type Known = (name: string) => readonly string[];

/** One input of a schema: some valid except a field or two, others extreme in many. */
export function inputOf(schema: Json, dice: Dice, known: Known): unknown {
  return partOf(schema, { dice, known, rarity: one([400, 80, 20, 7], dice(4)) });
}

interface Making {
  dice: Dice;
  known: Known;
  /** One field in so many is extreme. */
  rarity: number;
}

function partOf(schema: Json, making: Making, name = ''): unknown {
  const { dice, rarity } = making;
  if (dice(rarity) === 0) return farEnd(dice, kindOf(schema));
  const choices = [schema['anyOf'], schema['oneOf'], schema['allOf']].flatMap(parts);
  if (choices.length > 0) return partOf(one(choices, dice(choices.length)), making, name);
  if ('const' in schema) return schema['const'];
  const values: unknown = schema['enum'];
  if (Array.isArray(values) && values.length > 0) return values[dice(values.length)];
  switch (schema['type']) {
    case 'string':
      return aText(schema, making, name);
    case 'number':
    case 'integer': {
      const [least, most] = [numberOr(schema['minimum'], 0), numberOr(schema['maximum'], 1_000)];
      const ends = [least, most, least - 1, most + 1, Math.round((least + most) / 2), Math.min(most, least + dice(5))];
      return one(ends, dice(rarity) < 4 ? dice(ends.length) : 5);
    }
    case 'array': {
      const most = numberOr(schema['maxItems'], 5);
      const count = dice(rarity) < 2 ? one([0, most, most + 1], dice(3)) : dice(Math.min(most, 3) + 1);
      const item = parts([schema['items']])[0] ?? {};
      return Array.from({ length: Math.min(count, 2_000) }, () => partOf(item, making, name));
    }
    case 'object':
      return anObject(schema, making);
    case 'boolean':
      return dice(2) === 0;
    default:
      return farEnd(dice, 'other');
  }
}

function kindOf(schema: Json): Parameters<typeof farEnd>[1] {
  if (schema['format'] === 'date' || schema['format'] === 'date-time') return 'day';
  if (schema['type'] === 'string') return 'text';
  return schema['type'] === 'number' || schema['type'] === 'integer' ? 'number' : 'other';
}

function aText(schema: Json, { dice, known, rarity }: Making, name: string): string {
  const ahead = dice(rarity) < 2 ? dice(9_000) : dice(300);
  const moment = new Date(Date.UTC(2026, 10, 24, 8) + ahead * 86_400_000).toISOString();
  if (schema['format'] === 'date') return moment.slice(0, 10);
  if (schema['format'] === 'date-time') return moment;
  const keys = known(name);
  if (keys.length > 0 && dice(8) > 0) return one(keys, dice(keys.length));
  const pattern = typeof schema['pattern'] === 'string' ? new RegExp(schema['pattern']) : undefined;
  const fresh = `${3 + dice(60)}.${dice(10)}`;
  const found = pattern && [...samples, fresh, fresh, fresh].filter((sample) => pattern.test(sample));
  if (found && found.length > 0) return one(found, dice(found.length));
  if (schema['format'] === 'uri') return 'https://proeve.example/sag?id=1';
  const most = numberOr(schema['maxLength'], 50);
  const length = dice(rarity) < 2 ? most + dice(2) : Math.max(numberOr(schema['minLength'], 1), dice(40) + 1);
  return 'Læs ord om it, '.repeat(Math.ceil(length / 15)).slice(0, length);
}

function anObject(schema: Json, making: Making): Json {
  const { dice, rarity } = making;
  const members = Object.entries(isJson(schema['properties']) ? schema['properties'] : {});
  const needed: unknown = schema['required'];
  const isNeeded = (name: string) => Array.isArray(needed) && needed.includes(name);
  const made = members.flatMap(([name, member]) => {
    if (!isJson(member) || (isNeeded(name) ? dice(rarity) === 0 : dice(3) === 0)) return [];
    return [[name, partOf(member, making, name)] as const];
  });
  const strange = dice(rarity) === 0 ? [['constructor', { prototype: { isAdmin: true } }] as const] : [];
  return Object.fromEntries([...made, ...strange]);
}
