import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { conflict, inParallel, invalid, asAppError, unexpected } from '../kernel/index.ts';
import {
  columnsFor,
  fileAt,
  libraryFiles,
  listAddresses,
  removeFile,
  type LibraryFile,
  type ListDefinition,
  odataText,
  type Graph,
} from '../sharepoint/index.ts';
import { checkedManifest } from './checked-manifest.ts';
import {
  fileLine,
  itemLine,
  libraryIndex,
  leftOut,
  restoreMarker,
  systemFolder,
  type FileLine,
  type Manifest,
} from './format.ts';
import { readLines } from './lines.ts';
import { rawItems } from './raw-items.ts';
import { remapped, remappedCursor, type Moved } from './remap.ts';
import type { Site } from './write-backup.ts';
import { setTimeout as sleep } from 'node:timers/promises';

/** Lists restored concurrently; sequential within a list, to preserve order. */
const together = 8;
const cursors = 'Cursors';

interface Places {
  old: number[];
  now: number[];
}

/**
 * Fills an empty provisioned site from a backup: files with their versions, then all items in order, with their keys.
 * References to file and item ids are mapped. Until it completes a marker in the library keeps the program from
 * starting; after an interruption a new run continues. 2 units an item, 4 a version. Throws AppError conflict
 * `backup.siteInUse` {what}, `backup.otherRestore`; invalid `backup.unknownList` {list}, `backup.damaged`,
 * `backup.unfinished`; unavailable.
 */
export async function restoreBackup(site: Site, folder: string): Promise<Manifest> {
  const manifest = await checkedManifest(folder);
  const addresses = await listAddresses(site.graph, site.siteId);
  const names = manifest.lists.map(({ name }) => name).filter((name) => !leftOut.has(name));
  for (const name of names) {
    requireDefinition(site, name);
    if (!addresses.has(name)) throw conflict('sharepoint.listMissing', { list: name });
  }
  const stamp = JSON.stringify({ backup: manifest.madeAt, files: manifest.files.sha256 });
  await begin(site, addresses, stamp);

  const files = await restoreFiles(site, folder);
  const places = new Map<string, Places>();
  const restoreOne = async (name: string) => {
    const address = addresses.get(name) ?? '';
    places.set(name, await restoreList(site, folder, { name, address }, files, places));
    site.print(`${name}: ${places.get(name)?.now.length ?? 0}`);
  };
  await inParallel(
    together,
    names.filter((name) => name !== cursors),
    restoreOne,
  );
  // They name items of the other lists.
  if (names.includes(cursors)) await restoreOne(cursors);
  const marker = await fileAt(site.graph, site.siteId, site.library, restoreMarker);
  if (marker !== undefined) await removeFile(site.graph, site.siteId, site.library, marker);
  return manifest;
}

/**
 * Fills one empty list of a site in use from a backup, as after `provision --make-anew`. Files are named by what the
 * library holds at their paths now, and followers of the list go on where they were. After an interruption a new run
 * continues. 2 units an item. Resolves with the number of items. Throws AppError conflict `backup.listInUse` {list};
 * invalid `backup.noSuchList` {list}, `backup.unknownList` {list}, `backup.damaged`, `backup.unfinished`; unavailable.
 */
export async function restoreOneList(site: Site, folder: string, name: string): Promise<number> {
  const manifest = await checkedManifest(folder);
  const address = (await listAddresses(site.graph, site.siteId)).get(name);
  if (leftOut.has(name) || !manifest.lists.some((list) => list.name === name) || address === undefined)
    throw invalid('backup.noSuchList', { list: name });
  const moved = new Map<string, Moved>();
  const there = new Map<string, LibraryFile>();
  for await (const file of libraryFiles(site.graph, site.siteId, site.library)) there.set(file.path, file);
  for await (const { id, path, versions } of readLines(join(folder, libraryIndex), fileLine)) {
    const known = there.get(path);
    if (!known) continue;
    const named = versions.map((version, place) => [version.id, known.versions[place]?.id ?? version.id] as const);
    moved.set(id, { id: known.id, versions: new Map(named) });
  }
  const places = new Map<string, Places>();
  const filled = await restoreList(site, folder, { name, address }, moved, places).catch((failure: unknown) => {
    throw asAppError(failure).code === 'backup.siteInUse' ? conflict('backup.listInUse', { list: name }) : failure;
  });
  await followAnew(site, name, places.set(name, filled));
  return filled.now.length;
}

/** Cursors of the list's followers name its new items. */
async function followAnew(site: Site, name: string, places: ReadonlyMap<string, Places>): Promise<void> {
  const address = (await listAddresses(site.graph, site.siteId)).get(cursors);
  if (address === undefined || name === cursors) return;
  for await (const { id, fields } of rawItems(site.graph, address, ['Title', 'Position'])) {
    const { Position } = remappedCursor(fields, places);
    if (Position !== fields['Position'])
      await site.graph.patch(`${address}/items/${id}/fields`, { Position }, { lane: 'background' });
  }
}

/** Marks an empty site, or finds this restore's marker. */
async function begin(site: Site, addresses: ReadonlyMap<string, string>, stamp: string): Promise<void> {
  const { graph, siteId, library, documents } = site;
  const marker = await fileAt(graph, siteId, library, restoreMarker);
  if (marker !== undefined) {
    const known = Buffer.from(await documents.download(marker, { lane: 'background' })).toString();
    if (known !== stamp) throw conflict('backup.otherRestore');
    return;
  }
  for (const { name } of site.definitions) {
    const address = addresses.get(name);
    if (address === undefined || leftOut.has(name)) continue;
    const first = await rawItems(graph, address, ['Title']).next();
    if (!first.done) throw conflict('backup.siteInUse', { what: name });
  }
  for await (const { path } of libraryFiles(graph, siteId, library))
    if (!path.startsWith(systemFolder)) throw conflict('backup.siteInUse', { what: path });
  await documents.upload(restoreMarker, Buffer.from(stamp), { lane: 'background' });
}

async function restoreFiles(site: Site, folder: string): Promise<Map<string, Moved>> {
  const there = new Map<string, LibraryFile>();
  for await (const file of libraryFiles(site.graph, site.siteId, site.library)) there.set(file.path, file);
  const moved = new Map<string, Moved>();
  for await (const file of readLines(join(folder, libraryIndex), fileLine))
    moved.set(file.id, await restoreFile(site, folder, file, there.get(file.path)));
  site.print(`${site.library}: ${moved.size} files`);
  return moved;
}

/** Skips versions stored by an earlier run; the rest follows in order. */
async function restoreFile(
  { documents }: Site,
  folder: string,
  file: FileLine,
  known: LibraryFile | undefined,
): Promise<Moved> {
  const versions = new Map<string, string>();
  let id = known?.id ?? '';
  for (const [place, version] of file.versions.entries()) {
    const stored = known?.versions[place];
    if (stored) {
      versions.set(version.id, stored.id);
      continue;
    }
    const bytes = await readFile(join(folder, 'files', version.sha256));
    const kept = await documents.upload(file.path, bytes, { lane: 'background' });
    id = kept.id;
    versions.set(version.id, kept.versionId);
  }
  return { id, versions };
}

/** Throws AppError invalid `backup.unknownList` {list}. */
function requireDefinition({ definitions }: Site, name: string): ListDefinition<{ key: string }> {
  const definition = definitions.find((one) => one.name === name);
  if (!definition) throw invalid('backup.unknownList', { list: name });
  return definition;
}

/** Backup ids with their site ids. Throws AppError conflict `backup.siteInUse` when other items exist. */
async function restoreList(
  site: Site,
  folder: string,
  { name, address }: { name: string; address: string },
  files: ReadonlyMap<string, Moved>,
  places: ReadonlyMap<string, Places>,
): Promise<Places> {
  const there: { id: string; key: unknown }[] = [];
  for await (const { id, fields } of rawItems(site.graph, address, ['Key'])) there.push({ id, key: fields.Key });
  const columns = new Set(['Title', ...columnsFor(requireDefinition(site, name)).map((column) => column.name)]);
  const mine: Places = { old: [], now: [] };
  for await (const line of readLines(join(folder, 'lists', `${name}.jsonl`), itemLine)) {
    const known = there[mine.old.length];
    if (known && known.key !== line.fields.Key) throw conflict('backup.siteInUse', { what: name });
    const given = name === cursors ? remappedCursor(line.fields, places) : remapped(line.fields, files);
    const fields = Object.fromEntries(Object.entries(given).filter(([column]) => columns.has(column)));
    const id = known?.id ?? (await makeItem(site.graph, address, fields));
    mine.old.push(Number(line.id));
    mine.now.push(Number(id));
  }
  if (there.length > mine.old.length) throw conflict('backup.siteInUse', { what: name });
  return mine;
}

const tries = 5;

/**
 * Creates an item and returns its id. After a lost answer the item is looked up by key; one without a key is left to
 * the next run, which finds it by position. 2 units. Throws AppError as Graph does.
 */
async function makeItem(graph: Graph, address: string, fields: Record<string, unknown>): Promise<string> {
  for (let round = 1; ; round += 1) {
    try {
      return idIn(await graph.post(`${address}/items`, { fields }, { lane: 'background' }));
    } catch (failure) {
      if (asAppError(failure).kind !== 'unavailable' || typeof fields.Key !== 'string') throw failure;
      const filter = `$filter=fields/Key%20eq%20${odataText(fields.Key)}`;
      const found: unknown = await graph.get(`${address}/items?${filter}&$select=id`, { lane: 'background' });
      const [item] = typeof found === 'object' && found !== null && 'value' in found ? asArray(found.value) : [];
      if (item !== undefined) return idIn(item);
      if (round >= tries) throw failure;
      await sleep(500 * round);
    }
  }
}

const asArray = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

function idIn(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string') return value.id;
  throw unexpected(new Error('an item without an id'));
}
