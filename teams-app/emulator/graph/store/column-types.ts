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

/** A formula of SharePoint. The desk works out none: `=TRUE` passes, any other refuses. */
export interface Validation {
  formula: string;
  /** Message for people. */
  description?: string | undefined;
  /**
   * Graph's answer: 500 as in SharePoint's REST (`SPListDataValidationException`) and for a file
   * (msgraph-sdk-dotnet#2363), or 400. No page says it of items.
   */
  answer: 400 | 500;
}

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
  /** Checked at every write of an item, whatever column it changes. */
  validation?: Validation;
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
  /** The list's own rule, which Graph does not show. */
  validation?: Validation;
  /** A retention label lies on all that is in it: nothing can be deleted. */
  retained?: boolean;
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
