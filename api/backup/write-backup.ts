import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { conflict, nowOf, type Clock } from '../kernel/index.ts';
import {
  columnsFor,
  libraryFiles,
  listAddresses,
  type DocumentLibrary,
  type Graph,
  type ListDefinition,
} from '../sharepoint/index.ts';
import { fileLine, hashOfFile, libraryIndex, leftOut, systemFolder, type FileLine, type Manifest } from './format.ts';
import { readLines, writeLines } from './lines.ts';
import { rawItems } from './raw-items.ts';

export interface Site {
  graph: Graph;
  siteId: string;
  documents: DocumentLibrary;
  library: string;
  definitions: readonly ListDefinition<{ key: string }>[];
  clock: Clock;
  /** Progress, one line. */
  print(line: string): void;
}

/**
 * Writes all lists and files of a site into a folder, streaming. After an interruption a new run into the same folder
 * skips bytes already fetched. Units: 2 for each 1,000 items, 2 a file and 1 a version. Throws AppError conflict
 * `backup.exists` when the folder has a finished backup; unavailable.
 */
export async function writeBackup(site: Site, folder: string): Promise<Manifest> {
  const { siteId, print } = site;
  if (existsSync(join(folder, 'manifest.json'))) throw conflict('backup.exists', { folder });
  mkdirSync(join(folder, 'lists'), { recursive: true });
  mkdirSync(join(folder, 'files'), { recursive: true });
  const lists: Manifest['lists'] = [];
  const addresses = await listAddresses(site.graph, siteId);
  for (const definition of site.definitions) {
    const address = addresses.get(definition.name);
    if (leftOut.has(definition.name)) continue;
    if (address === undefined) throw conflict('sharepoint.listMissing', { list: definition.name });
    const file = join(folder, 'lists', `${definition.name}.jsonl`);
    const columns = ['Title', ...columnsFor(definition).map(({ name }) => name)];
    const items = await writeLines(file, rawItems(site.graph, address, columns));
    lists.push({ name: definition.name, items, sha256: await hashOfFile(file) });
    print(`${definition.name}: ${items}`);
  }
  const index = join(folder, libraryIndex);
  const known = await fetchedBefore(folder);
  const count = await writeLines(`${index}.part`, filesWithHashes(site, folder, known));
  renameSync(`${index}.part`, index);
  print(`${site.library}: ${count} files`);
  const files = { count, sha256: await hashOfFile(index) };
  const manifest: Manifest = { version: 1, madeAt: nowOf(site.clock), siteId, lists, files };
  writeFileSync(join(folder, 'manifest.part'), `${JSON.stringify(manifest, undefined, 1)}\n`);
  renameSync(join(folder, 'manifest.part'), join(folder, 'manifest.json'));
  return manifest;
}

type Known = ReadonlyMap<string, string>;

/** Hashes of versions fetched by an earlier run, by file and version. */
async function fetchedBefore(folder: string): Promise<Known> {
  const known = new Map<string, string>();
  for (const name of [libraryIndex, `${libraryIndex}.part`]) {
    const path = join(folder, name);
    if (!existsSync(path)) continue;
    try {
      for await (const { id, versions } of readLines(path, fileLine))
        for (const version of versions)
          if (existsSync(join(folder, 'files', version.sha256))) known.set(`${id} ${version.id}`, version.sha256);
    } catch {
      // A line cut off when the earlier run was interrupted; the lines before it are valid.
    }
  }
  return known;
}

async function* filesWithHashes(site: Site, folder: string, known: Known): AsyncGenerator<FileLine> {
  for await (const file of libraryFiles(site.graph, site.siteId, site.library)) {
    if (file.path.startsWith(systemFolder)) continue;
    const versions: FileLine['versions'] = [];
    for (const version of file.versions) {
      const sha256 = known.get(`${file.id} ${version.id}`) ?? (await fetched(site, folder, file.id, version.id));
      versions.push({ ...version, sha256 });
    }
    yield { ...file, versions };
  }
}

async function fetched(site: Site, folder: string, id: string, versionId: string): Promise<string> {
  const bytes = await site.documents.download(id, { versionId, lane: 'background' });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const path = join(folder, 'files', sha256);
  if (!existsSync(path)) {
    writeFileSync(`${path}.part`, bytes);
    renameSync(`${path}.part`, path);
  }
  return sha256;
}
