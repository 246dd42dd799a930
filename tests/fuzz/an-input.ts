import { z } from 'zod';
import { one } from '../load/dice.ts';
import { farEnd, type Dice } from './far-ends.ts';

type Json = Record<string, unknown>;
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const parts = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isJson) : []);
const numberOr = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise);

/** What a schema of input says, as JSON schema. */
export function inputSchema(schema: z.ZodType): Json {
  const json: unknown = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' });
  return isJson(json) ? json : {};
}

/** Texts that patterns of contracts take. */
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
/** Keys of what is there, by the name of the field or parameter. */
export type Known = (name: string) => readonly string[];

/** One input of a schema: fields as they should be, and of every so many one at the far end of its type. */
export function inputOf(schema: Json, dice: Dice, known: Known, name = ''): unknown {
  if (dice(9) === 0) return farEnd(dice, kindOf(schema));
  const choices = [schema['anyOf'], schema['oneOf'], schema['allOf']].flatMap(parts);
  if (choices.length > 0) return inputOf(one(choices, dice(choices.length)), dice, known, name);
  if ('const' in schema) return schema['const'];
  const values: unknown = schema['enum'];
  if (Array.isArray(values) && values.length > 0) return values[dice(values.length)];
  switch (schema['type']) {
    case 'string':
      return aText(schema, dice, known, name);
    case 'number':
    case 'integer': {
      const [least, most] = [numberOr(schema['minimum'], 0), numberOr(schema['maximum'], 1_000)];
      const ends = [least, most, least - 1, most + 1, Math.round((least + most) / 2), Math.min(most, least + dice(5))];
      return one(ends, dice(2) === 0 ? 5 : dice(ends.length));
    }
    case 'array': {
      const most = numberOr(schema['maxItems'], 5);
      const count = dice(12) === 0 ? one([0, most, most + 1], dice(3)) : dice(Math.min(most, 3) + 1);
      const item = parts([schema['items']])[0] ?? {};
      return Array.from({ length: Math.min(count, 2_000) }, () => inputOf(item, dice, known, name));
    }
    case 'object':
      return anObject(schema, dice, known);
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

function aText(schema: Json, dice: Dice, known: Known, name: string): string {
  const ahead = dice(4) === 0 ? dice(9_000) : dice(300);
  const moment = new Date(Date.UTC(2026, 10, 24, 8) + ahead * 86_400_000).toISOString();
  if (schema['format'] === 'date') return moment.slice(0, 10);
  if (schema['format'] === 'date-time') return moment;
  const keys = known(name);
  if (keys.length > 0 && dice(8) > 0) return one(keys, dice(keys.length));
  const pattern = typeof schema['pattern'] === 'string' ? new RegExp(schema['pattern']) : undefined;
  const found = pattern && samples.filter((sample) => pattern.test(sample));
  if (found && found.length > 0) return one(found, dice(found.length));
  if (schema['format'] === 'uri') return 'https://proeve.example/sag?id=1';
  const most = numberOr(schema['maxLength'], 50);
  const length = dice(6) === 0 ? most + dice(2) : Math.max(numberOr(schema['minLength'], 1), dice(40) + 1);
  return 'Læs ord om it, '.repeat(Math.ceil(length / 15)).slice(0, length);
}

function anObject(schema: Json, dice: Dice, known: Known): Json {
  const members = Object.entries(isJson(schema['properties']) ? schema['properties'] : {});
  const needed: unknown = schema['required'];
  const isNeeded = (name: string) => Array.isArray(needed) && needed.includes(name);
  const made = members.flatMap(([name, member]) => {
    if (!isJson(member) || (isNeeded(name) ? dice(40) === 0 : dice(3) === 0)) return [];
    return [[name, inputOf(member, dice, known, name)] as const];
  });
  const strange = dice(15) === 0 ? [['constructor', { prototype: { isAdmin: true } }] as const] : [];
  return Object.fromEntries([...made, ...strange]);
}
