import { createHash, randomUUID } from 'node:crypto';

declare const brand: unique symbol;
/** A string that carries which kind of thing it names, so that ids cannot be swapped by mistake. */
export type Branded<Name extends string> = string & { readonly [brand]: Name };

export type PersonId = Branded<'Person'>;
export type CentreId = Branded<'Centre'>;

/** A new id that is safe in a list's `Key` column and in a URL: lower-case letters, digits and hyphens. */
export const newId = (): string => randomUUID();

/** What a key column of SharePoint holds. */
const mostKeyCharacters = 255;
/** A key that is made of others: by hash where it would be too long. */
export const shortKey = (key: string): string => (key.length <= mostKeyCharacters ? key : digest(key));

/**
 * The same parts always give the same key, so that work repeated after a crash or a gateway time-out finds its first
 * result. Letters, digits and `.` `-` only (other characters in a key column are risky in OData filters).
 */
export function stableKey(...parts: string[]): string {
  return shortKey(
    parts.map((part) => (/^[A-Za-z0-9.-]{1,60}$/.test(part) ? part : digest(part).slice(0, 32))).join('_'),
  );
}

/** SHA-256 as lower-case hex; of a text, its UTF-8 bytes. */
export const digest = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');
