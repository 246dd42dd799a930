import type { Actor } from '../kernel/index.ts';
import type { ListDefinition } from '../sharepoint/index.ts';

/** A list that tells of people. `own`: the columns whose person a record is about; its `key`, or of others it names them in passing. */
export interface PersonalList {
  definition: ListDefinition<{ key: string }>;
  own: readonly string[];
  /** Who may read it, where not everybody may who hands data out. */
  mayRead?(actor: Actor): boolean;
}

/** Whether a value of a record is, or has in it, the id of a person. */
export function mentions(value: unknown, personId: string): boolean {
  if (typeof value === 'string') return value === personId;
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some((one) => mentions(one, personId));
  return Object.entries(value).some(([name, one]) => name === personId || mentions(one, personId));
}

/** What a structured value says of the person alone: of a list those entries, of an entry what it holds beside other people. */
export function partAbout(value: unknown, personId: string): unknown {
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
 * What a record tells of a person, by column; undefined when it does not. A record about the person is told whole. Of one that only
 * names the person: where it does so, its days and choices, and its title and words where they cannot be
 * another's: the person wrote it (`by`), or the title is no name.
 */
export function toldOf(
  { definition: { columns }, own }: PersonalList,
  record: Fields & { key: string },
  personId: string,
): Fields | undefined {
  const isOwn = own.some((column) => record[column] === personId);
  const fields = Object.entries(columns).flatMap(([name, { facet }]): [string, unknown][] => {
    const value = record[name];
    if (value === undefined || value === '') return [];
    if (isOwn || value === personId) return [[name, isOwn ? value : partAbout(value, personId)]];
    if (typeof value === 'object') return mentions(value, personId) ? [[name, partAbout(value, personId)]] : [];
    if (name === 'title') return own.length === 0 ? [[name, value]] : [];
    const isWords = 'text' in facet && !isShort(facet['text']);
    return isWords && record['by'] !== personId ? [] : [[name, value]];
  });
  const namesPerson = isOwn || fields.some(([, value]) => mentions(value, personId));
  return namesPerson ? Object.fromEntries(fields) : undefined;
}

const isShort = (facet: unknown): boolean =>
  typeof facet === 'object' && facet !== null && !('allowMultipleLines' in facet && facet.allowMultipleLines === true);
