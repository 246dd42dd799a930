import type { GraphFields } from './codec.ts';
import type { ItemData } from './define-list.ts';
import { asObject } from './graph-failure.ts';

/** A list item from Graph. `fields` is missing unless expanded. */
export interface RawItem extends ItemData {
  fields?: GraphFields;
  /** Somebody made it in the list; it is no record. What lies in it is read as the rest. */
  isFolder?: boolean;
}

/** A delta's item, whose etag counts by number only (etag.ts). */
export const seenInDelta = (item: RawItem): RawItem => ({ ...item, etagFrom: 'delta' });

/**
 * One entry of a page or a delta. `unreadable` is a known fault of the service: an error object without an id in place
 * of a deleted item.
 */
export type Entry =
  | { kind: 'item'; item: RawItem }
  | { kind: 'deleted'; id: string; etag?: string }
  | { kind: 'unreadable' };

export function readEntry(value: unknown): Entry {
  const object = asObject(value);
  const id = object?.id;
  if (!object || (typeof id !== 'string' && typeof id !== 'number')) return { kind: 'unreadable' };
  const etag = etagIn(object);
  if (object.deleted !== undefined || object['@removed'] !== undefined) {
    return { kind: 'deleted', id: String(id), ...(etag === undefined ? {} : { etag }) };
  }
  const fields = asObject(object.fields);
  const modified = object.lastModifiedDateTime;
  return {
    kind: 'item',
    item: {
      id: String(id),
      etag: etag ?? (typeof fields?.['@odata.etag'] === 'string' ? fields['@odata.etag'] : ''),
      modified: typeof modified === 'string' ? modified : '',
      ...(fields ? { fields } : {}),
      ...(isFolder(object) ? { isFolder: true } : {}),
    },
  };
}

/** The item in the answer to a read or write, else undefined. */
export function readItem(value: unknown): RawItem | undefined {
  const entry = readEntry(value);
  return entry.kind === 'item' ? entry.item : undefined;
}

/** By the content type, whose id begins with that of SharePoint's folder. */
function isFolder({ contentType }: Record<string, unknown>): boolean {
  const id = asObject(contentType)?.id;
  return typeof id === 'string' && /^0x0120/i.test(id);
}

const etagIn = (object: Record<string, unknown>): string | undefined => {
  const etag = object.eTag ?? object['@odata.etag'];
  return typeof etag === 'string' ? etag : undefined;
};
