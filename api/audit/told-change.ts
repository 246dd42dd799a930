import type { Codec } from '../sharepoint/index.ts';
import { internalName, type ListDefinition } from '../sharepoint/index.ts';
import type { RecordChange, ToldValue } from './audit-list.ts';

/** Fields with a record's last change, which the entry has itself, or with its own history. */
const ownTrail = /^(?:changedBy|changedAt|savedBy|savedAt|stamps|history|key)$/;
const mostFields = 40;
const mostKeys = 40;
const longest = 120;
/** Ids, keys, days, numbers: never a sentence, a two-word name or a phone number. */
const isKey = (value: string): boolean => /^(?=.*[A-Za-z-])[\w.:@~-]{1,120}$/.test(value);

type Fields = Readonly<Record<string, unknown>>;

/**
 * A record's changes by field. `words`: single-line columns whose text is stored, such as a system's name. All other
 * text is stored as its length: the trail has neither free text nor names.
 */
export function toldFields<R extends { key: string }>(
  { columns }: ListDefinition<R>,
  codec: Codec<R>,
  words: readonly string[],
  before: R | undefined,
  after: R | undefined,
): NonNullable<RecordChange['fields']> {
  const from: Fields = before ? codec.encode(before) : {};
  const to: Fields = after ? codec.encode(after) : {};
  return Object.entries(columns)
    .flatMap(([field, column]) => {
      const name = internalName(field, column);
      if (ownTrail.test(field) || same(from[name], to[name])) return [];
      const told = (value: unknown) => toldValue(value, words.includes(field));
      return [{ field, ...withValue('before', told(from[name])), ...withValue('after', told(to[name])) }];
    })
    .slice(0, mostFields);
}

const withValue = <Name extends string>(name: Name, value: ToldValue | undefined) =>
  value === undefined ? {} : ({ [name]: value } as Record<Name, ToldValue>);
const empty = (value: unknown): boolean => value === undefined || value === null || value === '';
const same = (one: unknown, other: unknown): boolean => one === other || (empty(one) && empty(other));

function toldValue(value: unknown, inWords: boolean): ToldValue | undefined {
  if (empty(value)) return undefined;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  const text = String(value);
  if (isKey(text)) return text;
  if (inWords) return text.slice(0, longest);
  return keysIn(text) ?? { chars: text.length };
}

/** A list of keys, such as required systems. */
function keysIn(text: string): string[] | undefined {
  if (!text.startsWith('[') || !text.endsWith(']')) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (!Array.isArray(value) || value.length > mostKeys) return undefined;
    return value.every((one): one is string => typeof one === 'string' && isKey(one)) ? value : undefined;
  } catch {
    // Text that begins with a link.
    return undefined;
  }
}
