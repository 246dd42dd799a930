import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { restoreBackup, restoreOneList, writeBackup, type Site } from '../../../api/backup/index.ts';
import { rawItems } from '../../../api/backup/raw-items.ts';
import { AppError, unavailable } from '../../../api/kernel/index.ts';
import {
  defineList,
  documentLibrary,
  libraryFiles,
  listAddresses,
  removeFile,
  text,
} from '../../../api/sharepoint/index.ts';
import { listsOnADesk, siteId, type ListsOnADesk } from '../../contract/lists/on-a-desk.ts';

const Things = defineList('Things', { describe: 'For tests.', columns: { title: text('Title') } });
const Others = defineList('Others', { describe: 'For tests.', columns: { title: text('Title') } });

const folder = mkdtempSync(join(tmpdir(), 'refusals-of-restore-'));
/** A backup of an item of Things and a file, and one of an item of each list. */
const [one, both, neverEnded] = ['one', 'both', 'never-ended'].map((name) => join(folder, name)) as [
  string,
  string,
  string,
];
let desk: ListsOnADesk;
let site: Site;
let addresses: Map<string, string>;

const keysOf = async (name: string) => {
  const keys: unknown[] = [];
  for await (const { fields } of rawItems(desk.graph, addresses.get(name) ?? '', ['Key'])) keys.push(fields.Key);
  return keys;
};
const add = (name: string, key: string) =>
  desk.graph.post(`${addresses.get(name)}/items`, { fields: { Key: key, Title: `Ting ${key}` } });
const filesOf = async () => {
  const found: string[] = [];
  for await (const { path } of libraryFiles(desk.graph, siteId, 'Documents')) found.push(path);
  return found.sort();
};
const everything = async () => [await keysOf('Things'), await keysOf('Others'), await filesOf()];
async function empty(): Promise<void> {
  for (const name of ['Things', 'Others'])
    for await (const { id } of rawItems(desk.graph, addresses.get(name) ?? '', ['Key']))
      await desk.graph.delete(`${addresses.get(name)}/items/${id}`);
  for await (const { id } of libraryFiles(desk.graph, siteId, 'Documents'))
    await removeFile(desk.graph, siteId, 'Documents', id);
}

beforeAll(async () => {
  desk = await listsOnADesk([Things, Others]);
  addresses = await listAddresses(desk.graph, siteId);
  site = {
    graph: desk.graph,
    siteId,
    documents: documentLibrary(desk.graph, desk.fetch, siteId, 'Documents'),
    library: 'Documents',
    definitions: [Things, Others],
    clock: { now: () => new Date('2026-11-24T09:00:00.000Z') },
    print: () => undefined,
  };
  await empty();
  await add('Things', 'a');
  await site.documents.upload('Noter/a.txt', Buffer.from('one'));
  await writeBackup(
    { ...site, definitions: [Things], clock: { now: () => new Date('2026-11-23T09:00:00.000Z') } },
    one,
  );
  await add('Others', 'b');
  await writeBackup(site, both);
});
afterEach(empty);
afterAll(async () => {
  await desk.close();
  rmSync(folder, { recursive: true });
});

/** The refusal's kind and code, and what it is about; the site is as it was. */
async function refusedAsItWas(restore: () => Promise<unknown>): Promise<string> {
  const before = await everything();
  const thrown: unknown = await restore().catch((failure: unknown) => failure);
  if (!(thrown instanceof AppError)) throw new Error('was not refused', { cause: thrown });
  expect(await everything()).toEqual(before);
  const { kind, code, details } = thrown;
  const about = details['list'] ?? details['what'];
  return [kind, code, ...(typeof about === 'string' ? [about] : [])].join(' ');
}

it('a folder without a finished backup is not restored, neither whole nor a list of it', async () => {
  const unfinished = 'invalid backup.unfinished';
  expect(await refusedAsItWas(() => restoreBackup(site, neverEnded))).toBe(unfinished);
  expect(await refusedAsItWas(() => restoreOneList(site, neverEnded, 'Things'))).toBe(unfinished);
});

it('a list is filled that backup and site have, and that programs know', async () => {
  const restore = (name: string, of = one, on = site) => refusedAsItWas(() => restoreOneList(on, of, name));
  expect(await restore('Nothing')).toBe('invalid backup.noSuchList Nothing');
  expect(await restore('Others')).toBe('invalid backup.noSuchList Others');
  expect(await restore('ProvisionedLists')).toBe('invalid backup.noSuchList ProvisionedLists');
  expect(await restore('Others', both, { ...site, definitions: [Things] })).toBe('invalid backup.unknownList Others');
  expect(await restoreOneList(site, both, 'Others')).toBe(1);
  expect(await keysOf('Others')).toEqual(['b']);
});

it('a list that is not empty is not filled, also when it has more than the backup', async () => {
  const restore = () => restoreOneList(site, one, 'Things');
  await add('Things', 'of another');
  expect(await refusedAsItWas(restore)).toBe('conflict backup.listInUse Things');
  await empty();
  expect(await restore()).toBe(1);
  expect(await restore()).toBe(1);
  await add('Things', 'since');
  expect(await refusedAsItWas(restore)).toBe('conflict backup.listInUse Things');
});

it('a site in use is not filled, be it by an item or a file', async () => {
  await add('Others', 'b');
  expect(await refusedAsItWas(() => restoreBackup(site, one))).toBe('conflict backup.siteInUse Others');
  await empty();
  await site.documents.upload('Noter/b.txt', Buffer.from('two'));
  expect(await refusedAsItWas(() => restoreBackup(site, one))).toBe('conflict backup.siteInUse Noter/b.txt');
});

it('a list that the program does not know ends the restore before it begins', async () => {
  const older = { ...site, definitions: [Things] };
  expect(await refusedAsItWas(() => restoreBackup(older, both))).toBe('invalid backup.unknownList Others');
  await restoreBackup(site, both);
  expect(await everything()).toEqual([['a'], ['b'], ['Noter/a.txt']]);
});

it('a restore that was interrupted is ended by its own backup', async () => {
  const { upload } = site.documents;
  const breaking: Site = {
    ...site,
    documents: {
      ...site.documents,
      upload: (path, ...rest) =>
        path.startsWith('System/') ? upload(path, ...rest) : Promise.reject(unavailable('sharepoint.away')),
    },
  };
  await expect(restoreBackup(breaking, both)).rejects.toMatchObject({ code: 'sharepoint.away' });
  expect(await filesOf()).toEqual(['System/restore.json']);
  expect(await refusedAsItWas(() => restoreBackup(site, one))).toBe('conflict backup.otherRestore');
  await restoreBackup(site, both);
  expect(await everything()).toEqual([['a'], ['b'], ['Noter/a.txt']]);
});
