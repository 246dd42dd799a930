export type ColumnKind =
  | 'text'
  | 'note'
  | 'number'
  | 'currency'
  | 'boolean'
  | 'choice'
  | 'multiChoice'
  | 'dateTime'
  | 'lookup'
  | 'multiLookup'
  | 'person'
  | 'multiPerson'
  | 'hyperlink'
  | 'calculated'
  | 'system';

export interface Column {
  id: string;
  name: string;
  displayName: string;
  description: string;
  kind: ColumnKind;
  /** The Graph facet, `{ text: {...} }`, as returned. Empty for hyperlinks and some system columns. */
  facet: Record<string, Record<string, unknown>>;
  required: boolean;
  hidden: boolean;
  readOnly: boolean;
  indexed: boolean;
  enforceUniqueValues: boolean;
  defaultValue?: Record<string, unknown>;
  columnGroup: string;
  /** A system column; cannot be removed or written (except Title). */
  system: boolean;
  /** Real time in milliseconds; visible `lagSchema` later. */
  createdAt: number;
}

export interface List {
  /** Key in the database. */
  number: number;
  id: string;
  /** Name in the URL. */
  name: string;
  displayName: string;
  description: string;
  template: string;
  hidden: boolean;
  system: boolean;
  created: string;
  modified: string;
  version: number;
  createdBy: string;
  createdAt: number;
  /** When it was moved to the recycle bin; absent otherwise. */
  recycledAt?: string;
  columns: Column[];
}

export interface Item {
  id: number;
  guid: string;
  version: number;
  created: string;
  modified: string;
  /** Client ids of the creating and last changing apps. */
  author: string;
  editor: string;
  /** Stored values by internal name; lookups as ids. */
  fields: Record<string, unknown>;
  sequence: number;
  deleted: boolean;
}

export const indexableKinds: ReadonlySet<ColumnKind> = new Set<ColumnKind>([
  'text',
  'choice',
  'number',
  'currency',
  'dateTime',
  'boolean',
  'person',
  'lookup',
]);
export const isLookup = (kind: ColumnKind) => kind.endsWith('ookup') || kind.endsWith('erson');
export const isMulti = (kind: ColumnKind) => kind.startsWith('multi');
