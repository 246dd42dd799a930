import type { Actor } from '../kernel/index.ts';
import type { ListDefinition } from '../sharepoint/index.ts';

/** A list with personal data. `own`: columns of the person a record is about; default `key`, or only mentions. */
export interface PersonalList {
  definition: ListDefinition<{ key: string }>;
  own: readonly string[];
  /** Who may read it, if not all who export data. */
  mayRead?(actor: Actor): boolean;
}

/** Whether a value is, or contains, a person's id. */
export function mentions(value: unknown, personId: string): boolean {
  if (typeof value === 'string') return value === personId;
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some((one) => mentions(one, personId));
  return Object.entries(value).some(([name, one]) => name === personId || mentions(one, personId));
}

/**
 * The part of a structured value about the person: of a list its entries, of an entry the data apart from other people.
 */
function partAbout(value: unknown, personId: string): unknown {
  if (Array.isArray(value))
    return value.filter((one) => mentions(one, personId)).map((one) => partAbout(one, personId));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, one]) => {
      if (typeof one !== 'object' || one === null) return [[name, one]];
      return name === personId || mentions(one, personId) ? [[name, partAbout(one, personId)]] : [];
    }),
  );
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * A record's data about a person, by column; undefined without any. A record about the person is returned whole. Of
 * another person themselves only the mention. Of what else mentions the person: the mention, days and choices, and
 * title and texts if not another's: written by the person (`by`), or of a record that is about nobody.
 */
export function toldOf(
  { definition: { columns }, own }: PersonalList,
  record: Fields & { key: string },
  personId: string,
): Fields | undefined {
  const isOwn = own.some((column) => record[column] === personId);
  const isSomebodyElse = !isOwn && own.includes('key');
  const fields = Object.entries(columns).flatMap(([name, { facet, isTyped = false }]): [string, unknown][] => {
    const value = record[name];
    if (value === undefined || value === '') return [];
    if (isOwn || value === personId) return [[name, isOwn ? value : partAbout(value, personId)]];
    if (typeof value === 'object') return mentions(value, personId) ? [[name, partAbout(value, personId)]] : [];
    if (isSomebodyElse) return [];
    if (name === 'title') return own.length === 0 ? [[name, value]] : [];
    const isWords = 'text' in facet && (!isShort(facet['text']) || (isTyped && own.length > 0));
    return isWords && record['by'] !== personId ? [] : [[name, value]];
  });
  const namesPerson = isOwn || fields.some(([, value]) => mentions(value, personId));
  return namesPerson ? Object.fromEntries(fields) : undefined;
}

const isShort = (facet: unknown): boolean =>
  typeof facet === 'object' && facet !== null && !('allowMultipleLines' in facet && facet.allowMultipleLines === true);
