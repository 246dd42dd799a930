import { createHash } from 'node:crypto';
import { compareText, digest, type LocalDate } from '../../kernel/index.ts';

/** A day file's data of an entry. `late`: added after its day was sealed. */
export interface Leaf {
  key: string;
  /** Of the canonical entry, hex. */
  hash: string;
  late?: true;
}

/** Precedes the first seal. */
export const noSeal = '0'.repeat(64);

/**
 * The hashed form of an entry: fields by SharePoint name in alphabetical order, also members of structured values, as
 * JSON. Empty fields are left out, as SharePoint does.
 */
export function canonical(fields: Readonly<Record<string, unknown>>): string {
  const kept = Object.entries(fields).filter(([, value]) => value !== null && value !== undefined && value !== '');
  return JSON.stringify(sorted(Object.fromEntries(kept.map(([name, value]) => [name, structured(value)]))));
}

/** JSON cells are compared by value, not by notation. */
function structured(value: unknown): unknown {
  if (typeof value !== 'string' || !/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => compareText(one, other))
      .map(([name, inner]) => [name, sorted(inner)]),
  );
}

const hashOf = (mark: number, ...parts: readonly (string | Buffer)[]): string => {
  const hash = createHash('sha256').update(Buffer.of(mark));
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};

/** Leaves and inner nodes never share a hash (RFC 6962). */
export const leafHash = (fields: Readonly<Record<string, unknown>>): string => hashOf(0, canonical(fields));

/** Leaves sorted by key, as in the tree. */
export const inOrder = (leaves: readonly Leaf[]): Leaf[] =>
  leaves.toSorted(({ key: one }, { key: other }) => compareText(one, other));

/** Merkle root of ordered leaves; an odd last node moves up alone. */
export function rootOf(leaves: readonly Leaf[]): string {
  let row = inOrder(leaves).map(({ hash }) => hash);
  if (row.length === 0) return digest('');
  while (row.length > 1)
    row = Array.from({ length: Math.ceil(row.length / 2) }, (_, place) => {
      const [one = '', other] = row.slice(2 * place, 2 * place + 2);
      return other === undefined ? one : hashOf(1, Buffer.from(one, 'hex'), Buffer.from(other, 'hex'));
    });
  return row[0] ?? '';
}

/** The content of a seal. */
export interface Sealed {
  previous: string;
  day: LocalDate;
  entries: number;
  late: number;
  root: string;
}
export const sealOf = ({ previous, day, entries, late, root }: Sealed): string =>
  digest(JSON.stringify([previous, day, entries, late, root]));
