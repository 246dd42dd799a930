import type { Answers } from '../../../questions/index.ts';
import { siteId, siteUrl } from '../../municipality.ts';
import { invalidRequest } from '../errors.ts';
import { graphRoot } from '../http/links.ts';
import { isLookup, isMulti, type Column, type Item, type List } from '../store/column-types.ts';
import { appLookupId, identitySet, sharePointApp } from './identity.ts';

type View = Record<string, unknown>;

/** `"guid,n"` with its quotes; braces and upper case in libraries. */
export function etagOf(list: List, item: Pick<Item, 'guid' | 'version'>): string {
  const guid = list.template === 'documentLibrary' ? `{${item.guid.toUpperCase()}}` : item.guid;
  return `"${guid},${item.version}"`;
}

const context = (path: string) => `${graphRoot}/$metadata#sites('${encodeURIComponent(siteId)}')/lists('${path}`;
export const itemsContext = (list: List, expanded: boolean) =>
  context(`${list.id}')/items${expanded ? '(fields())' : ''}`);
export const itemContext = (list: List) => context(`${list.id}')/items/$entity`);
export const fieldsContext = (list: List, item: Item) => context(`${list.id}')/items('${item.id}')/fields/$entity`);

/** The text of a lookup. */
export type LookupText = (column: Column, id: number) => string | undefined;

/** What a view needs beside the item. */
export interface Reading {
  text: LookupText;
  tenant: Pick<Answers, 'text.empty' | 'text.cleared' | 'boolean.unset'>;
}

function lookupView(column: Column, value: unknown, text: LookupText): unknown {
  if (!Array.isArray(value)) return typeof value === 'number' ? text(column, value) : undefined;
  return value.map((id: unknown) => ({ LookupId: id, LookupValue: text(column, Number(id)) ?? '' }));
}

/** Stored values as JSON: empty ones are absent, lookup ids are strings. */
function stored(
  columns: readonly Column[],
  item: Item,
  chosen: ReadonlySet<string> | undefined,
  { text, tenant }: Reading,
): View {
  const view: View = {};
  for (const column of columns) {
    if (column.system && column.name !== 'Title' && column.name !== 'FileLeafRef') continue;
    const value = item.fields[column.name];
    const wanted = chosen ? chosen.has(column.name) : !column.hidden;
    if (isLookup(column.kind)) {
      const single = !isMulti(column.kind);
      const idWanted = chosen ? chosen.has(`${column.name}LookupId`) || chosen.has(column.name) : !column.hidden;
      if (value === undefined) continue;
      if (single && idWanted && typeof value === 'number') view[`${column.name}LookupId`] = String(value);
      if (single ? chosen?.has(column.name) : wanted) view[column.name] = lookupView(column, value, text);
      continue;
    }
    const shown = wanted ? shownAs(column, value, tenant) : undefined;
    if (shown !== undefined) view[column.name] = shown;
  }
  return view;
}

/** A value as this tenant shows it; undefined is absent. */
function shownAs({ kind }: Column, value: unknown, tenant: Reading['tenant']): unknown {
  if (value === '') return tenant['text.empty'] === 'empty' ? '' : undefined;
  if (value !== undefined) return value;
  if (kind === 'boolean') return tenant['boolean.unset'] === 'false' ? false : undefined;
  if (tenant['text.cleared'] === 'null') return null;
  return tenant['text.cleared'] === 'empty' && (kind === 'text' || kind === 'note') ? '' : undefined;
}

const system = (list: List, item: Item): View => ({
  id: String(item.id),
  ContentType: contentType(list, item).name,
  Modified: item.modified,
  Created: item.created,
  AuthorLookupId: sharePointApp,
  EditorLookupId: sharePointApp,
  _UIVersionString: `${item.version}.0`,
  Attachments: false,
  Edit: '',
  ...(item.fields.Title === undefined ? {} : { LinkTitleNoMenu: item.fields.Title, LinkTitle: item.fields.Title }),
  ItemChildCount: '0',
  FolderChildCount: '0',
  _ComplianceFlags: '',
  _ComplianceTag: '',
  _ComplianceTagWrittenTime: '',
  _ComplianceTagUserId: '',
  AppAuthorLookupId: appLookupId(item.author),
  AppEditorLookupId: appLookupId(item.editor),
});

const otherNames = new Set(['id', 'ID', 'Author', 'Editor', 'AppAuthor', 'AppEditor']);

/** The selected names. Throws 400 for an unknown column. */
export function chosenFields(list: List, select: readonly string[] | undefined): ReadonlySet<string> | undefined {
  if (!select || select.includes('*')) return undefined;
  for (const name of select) {
    const plain = name.replace(/LookupId$/, '');
    const known = otherNames.has(name) || list.columns.some((column) => column.name === name || column.name === plain);
    if (!known) throw invalidRequest(`Field '${name}' is not recognized`);
  }
  return new Set(select.map((name) => (name === 'ID' ? 'id' : name)));
}

/** The `fieldValueSet` of an item. */
export function fieldsView(list: List, item: Item, chosen: ReadonlySet<string> | undefined, reading: Reading): View {
  const etag = { '@odata.etag': etagOf(list, item) };
  const values = stored(list.columns, item, chosen, reading);
  const rest = system(list, item);
  if (!chosen) return { ...etag, ...values, ...rest };
  const kept = Object.entries(rest).filter(([name]) => chosen.has(name) || chosen.has(name.replace(/LookupId$/, '')));
  return { ...etag, ...values, ...Object.fromEntries(kept) };
}

/** Address of an item's own page. */
const webUrl = (list: List, item: Item) =>
  list.template === 'documentLibrary'
    ? `${siteUrl}/${encodeURIComponent(list.name)}/${encodeURIComponent(typeof item.fields.FileLeafRef === 'string' ? item.fields.FileLeafRef : item.id)}`
    : `${siteUrl}/Lists/${encodeURIComponent(list.name)}/${item.id}_.000`;

/** Set on an item that is a folder of a list. */
export const folderMark = 'FSObjType';
const isFolder = ({ fields }: Item) => fields[folderMark] === 1;

export function contentType(list: List, item: Item): { id: string; name: string } {
  const own = list.id.replaceAll('-', '').toUpperCase();
  if (list.template === 'documentLibrary') return { id: `0x0101${own}`, name: 'Document' };
  return isFolder(item) ? { id: `0x0120${own}`, name: 'Folder' } : { id: `0x0100${own}`, name: 'Item' };
}

/** An item without its fields. */
export const itemView = (list: List, item: Item): View => ({
  '@odata.etag': etagOf(list, item),
  createdDateTime: item.created,
  eTag: etagOf(list, item),
  id: String(item.id),
  lastModifiedDateTime: item.modified,
  webUrl: webUrl(list, item),
  createdBy: identitySet(item.author),
  lastModifiedBy: identitySet(item.editor),
  parentReference: { id: list.id, siteId },
  contentType: contentType(list, item),
});
