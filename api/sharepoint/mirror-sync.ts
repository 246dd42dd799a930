import { asObject, GraphFailure, failedAs } from './graph-failure.ts';
import type { Graph } from './graph.ts';
import { etagNumber } from './etag.ts';
import { readEntry, readItem, seenInDelta, type Entry, type RawItem } from './item.ts';
import { readColumns } from './mend-columns.ts';
import type { Mirror } from './mirror.ts';
import { wholeList } from './whole-list.ts';

/** Location of a list's items and the fields to select. */
export interface ListSource {
  /** e.g. `/sites/{id}/lists/{id}/items` */
  items: string;
  /** Internal names, comma-separated. */
  select: string;
}

type AnyMirror = Mirror<{ key: string }>;

/** Above this, the whole list is reloaded instead of single items. */
const fewItems = 25;
const background = { lane: 'background' } as const;

export const expandFields = (source: ListSource): string => `$expand=fields($select=${source.select})`;

/**
 * Loads the whole list and returns the link for the next delta. The token is taken first, so that changes during paging
 * are repeated by the delta. The mirror stays readable. Units: 2 and 2 for each 5,000 items.
 */
async function loadMirror(graph: Graph, source: ListSource, mirror: AnyMirror): Promise<string> {
  const deltaLink = await latestToken(graph, source);
  const reload = mirror.reload();
  for await (const page of wholeList(graph, `${source.items}?${expandFields(source)}`)) {
    for (const value of page.value) {
      const entry = readEntry(value);
      if (entry.kind === 'item') reload.take(entry.item);
    }
  }
  reload.finish();
  return deltaLink;
}

/**
 * Loads a list that may lack declared columns, as one that is not provisioned for this version of the program:
 * SharePoint refuses to read a column that is not there, so those are left out and read as never set. 2 units more when
 * it lacks some.
 */
export async function loadAsFarAs(
  graph: Graph,
  address: string,
  select: string,
  mirror: AnyMirror,
): Promise<{ source: ListSource; deltaLink: string; missing: string[] }> {
  const all = { items: `${address}/items`, select };
  try {
    return { source: all, deltaLink: await loadMirror(graph, all, mirror), missing: [] };
  } catch (failure) {
    if (!failedAs(failure, 'refused')) throw failure;
    const there = new Set((await readColumns(graph, address)).map((column) => asObject(column)?.['name']));
    const [known, missing] = parted(select.split(','), (name) => there.has(name));
    if (missing.length === 0) throw failure;
    const source = { ...all, select: known.join(',') };
    return { source, deltaLink: await loadMirror(graph, source, mirror), missing };
  }
}

const parted = <Item>(items: readonly Item[], isFirst: (item: Item) => boolean): [Item[], Item[]] => [
  items.filter(isFirst),
  items.filter((item) => !isFirst(item)),
];

async function latestToken(graph: Graph, source: ListSource): Promise<string> {
  const address = `${source.items}/delta?token=latest&${expandFields(source)}`;
  let deltaLink: string | undefined;
  for await (const page of graph.pages(address, background)) deltaLink = page.deltaLink ?? deltaLink;
  if (deltaLink === undefined) throw noLink(address);
  return deltaLink;
}

/** Result of a look. */
export interface Followed {
  deltaLink: string;
  /** Items unknown in this state: changed by others. A reload counts as one. */
  news: number;
  /** All entries of the delta, own writes and replays too. */
  entries: number;
}

/**
 * Reads the changes since the link and returns the next link. 1 unit without changes. An expired or unknown token means
 * a full load; an error object in place of an item (the service's fault after a delete) means a comparison of all ids.
 */
export async function followDelta(
  graph: Graph,
  source: ListSource,
  mirror: AnyMirror,
  link: string,
): Promise<Followed> {
  try {
    const { incomplete, unreadable, ...found } = await takeChanges(graph, mirror, link);
    if (incomplete.size > fewItems) return await reloaded(graph, source, mirror);
    for (const id of incomplete) await readOne(graph, source, mirror, id);
    if (unreadable) await compareIds(graph, source, mirror);
    return found;
  } catch (failure) {
    // Tenants refuse a token that they do not know in either way.
    if (failedAs(failure, 'resyncRequired', 'refused')) return reloaded(graph, source, mirror);
    throw failure;
  }
}

const reloaded = async (graph: Graph, source: ListSource, mirror: AnyMirror): Promise<Followed> => ({
  deltaLink: await loadMirror(graph, source, mirror),
  news: 1,
  entries: 1,
});

async function takeChanges(graph: Graph, mirror: AnyMirror, link: string) {
  let deltaLink: string | undefined;
  let unreadable = false;
  let news = 0;
  let entries = 0;
  const incomplete = new Set<string>();
  for await (const page of graph.pages(link, background)) {
    for (const value of page.value) {
      const entry = readEntry(value);
      entries += 1;
      if (tellsNews(mirror, entry)) news += 1;
      if (entry.kind === 'unreadable') unreadable = true;
      else if (entry.kind === 'deleted') mirror.remove(entry.id, entry.etag);
      else if (entry.item.fields && etagNumber(entry.item.etag) > 0) mirror.put(seenInDelta(entry.item));
      else if (isNews(mirror, entry.item)) incomplete.add(entry.item.id);
    }
    deltaLink = page.deltaLink ?? deltaLink;
  }
  if (deltaLink === undefined) throw noLink(link);
  return { deltaLink, news, entries, unreadable, incomplete };
}

const tellsNews = (mirror: AnyMirror, entry: Entry): boolean => {
  switch (entry.kind) {
    case 'item':
      return isNews(mirror, entry.item);
    case 'deleted':
      return mirror.knownEtag(entry.id) !== undefined;
    case 'unreadable':
      return true;
  }
};

const isNews = (mirror: AnyMirror, item: RawItem): boolean => {
  const known = mirror.knownEtag(item.id);
  // Without a number its age is unknown.
  const number = etagNumber(item.etag);
  return known === undefined || number === 0 || known < number;
};

/**
 * Reads all ids with their etags (2 units for each 5,000) and repairs the mirror: removes missing items, re-reads newer
 * ones. Skips items written during the read.
 */
async function compareIds(graph: Graph, source: ListSource, mirror: AnyMirror): Promise<void> {
  const before = mirror.itemIds();
  const there = new Set<string>();
  const newer = new Set<string>();
  for await (const page of wholeList(graph, `${source.items}?$select=id,eTag`)) {
    for (const value of page.value) {
      const item = readItem(value);
      if (!item) continue;
      there.add(item.id);
      if (isNews(mirror, item)) newer.add(item.id);
    }
  }
  for (const id of before) if (!there.has(id)) mirror.remove(id);
  if (newer.size > fewItems) await loadMirror(graph, source, mirror);
  else for (const id of newer) await readOne(graph, source, mirror, id);
}

async function readOne(graph: Graph, source: ListSource, mirror: AnyMirror, id: string): Promise<void> {
  try {
    const item = readItem(await graph.get(`${source.items}/${id}?${expandFields(source)}`, background));
    if (item) mirror.put(item);
  } catch (failure) {
    if (!failedAs(failure, 'itemGone')) throw failure;
    mirror.remove(id);
  }
}

const noLink = (address: string) =>
  new GraphFailure('GET', address, { status: 502, graphCode: '', message: 'no deltaLink', innerCodes: [] }, false);
