import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareBackups, restoreBackup, writeBackup, type Site } from '../../api/backup/index.ts';
import { documentLibrary, type Graph } from '../../api/sharepoint/index.ts';
import { readConfig } from '../../teams-app/config/config.ts';
import { connect } from '../../teams-app/program/connect.ts';
import { deskValues } from '../../teams-app/config/desk-values.ts';
import { siteId } from '../../teams-app/emulator/municipality.ts';
import { allLists, documentsLibrary } from '../../teams-app/program/lists.ts';
import { startProgram, type Program } from '../../teams-app/program/program.ts';
import { provisionHere } from '../../teams-app/program/provision-here.ts';
import { startWorld, type JourneyWorld, type WorldPerson } from '../support/world.ts';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const env = { PORT: '0', DATA_DIR: ':memory:', PEOPLE: '80', OPEN: '0', SEND_RATE: 'unlimited', POLL_SECONDS: '3600' };
const config = readConfig(env, deskValues);

describe('a backup of a whole site', () => {
  const folder = mkdtempSync(join(tmpdir(), 'backup-'));
  const at = (name: string) => join(folder, name);
  let world: JourneyWorld;
  let graph: Graph;
  let strong: Graph;
  let site: Site;
  let people: WorldPerson[];
  let pages: Map<string, unknown>;
  let sent: number;

  const paths = ['/api/me', '/api/policy', '/api/approvals', '/api/procedures', '/api/obligations/mine'];
  const pagesOf = async (ask: JourneyWorld['as']) => {
    const found = new Map<string, unknown>();
    for (const person of people)
      for (const path of paths) found.set(`${person.id} ${path}`, withoutTime((await ask(person, 'GET', path)).body));
    return found;
  };
  const wipe = () => {
    const sites = world.desk.world?.sites;
    for (const list of sites?.lists.all() ?? [])
      if (!list.system && list.displayName !== 'Documents') sites?.lists.purge(list);
  };

  beforeAll(async () => {
    world = await startWorld(env);
    await world.process();
    const surroundings = { fetch: world.desk.fetch, clock: world.desk.clock, log };
    graph = connect(config, config.app, surroundings).graph;
    strong = connect(config, config.provisioning ?? config.app, surroundings).graph;
    const documents = documentLibrary(graph, world.desk.fetch, siteId, documentsLibrary);
    site = {
      graph,
      siteId,
      documents,
      library: documentsLibrary,
      definitions: allLists,
      clock: world.desk.clock,
      print: () => undefined,
    };
    // A file with two versions not named by a record, and one that SharePoint has numbered with a gap.
    await documents.upload('Noter/a.txt', Buffer.from('one'));
    await documents.upload('Noter/a.txt', Buffer.from('two'));
    const everybody = await world.people();
    people = [
      await world.personWith('ciso'),
      await world.personWith('coordinator'),
      everybody.find(({ roles }) => roles.length === 1) ?? everybody[0]!,
    ];
    pages = await pagesOf(world.as);
    sent = world.desk.world?.teams.delivered() ?? 0;
    await world.program.close();
  });
  afterAll(async () => {
    await world.desk.close();
    rmSync(folder, { recursive: true });
  });

  it('is written with the hash of everything, and is refused into the same folder again', async () => {
    const { lists, files } = await writeBackup(site, at('first'));
    expect(lists.map(({ name }) => name)).toEqual(
      allLists.map(({ name }) => name).filter((name) => name !== 'ProvisionedLists'),
    );
    expect(lists.find(({ name }) => name === 'People')?.items).toBeGreaterThan(70);
    expect(files.count).toBeGreaterThan(1);
    await expect(writeBackup(site, at('first'))).rejects.toMatchObject({ code: 'backup.exists' });
  });

  it('goes on after a break without fetching again what it has', async () => {
    await writeBackup(site, at('broken'));
    rmSync(at('broken/manifest.json'));
    const before = readdirSync(at('broken/files')).length;
    await writeBackup(
      { ...site, documents: { ...site.documents, download: () => Promise.reject(new Error('asked')) } },
      at('broken'),
    );
    expect(readdirSync(at('broken/files'))).toHaveLength(before);
    expect(await compareBackups(at('first'), at('broken'))).toEqual([]);
  });

  it('is refused into a site in use', async () => {
    await expect(restoreBackup(site, at('first'))).rejects.toMatchObject({ code: 'backup.siteInUse' });
  });

  it('is restored into an empty site, also in two goes, and is the same then', async () => {
    wipe();
    await provisionHere(strong, siteId, world.desk);
    site = { ...site, documents: documentLibrary(graph, world.desk.fetch, siteId, documentsLibrary) };
    let writes = 0;
    const breaking: Graph = {
      ...graph,
      post: (...given) => (++writes > 300 ? Promise.reject(new Error('broken off')) : graph.post(...given)),
    };
    await expect(restoreBackup({ ...site, graph: breaking }, at('first'))).rejects.toThrow('broken off');
    await expect(
      startProgram(config, { fetch: world.desk.fetch, clock: world.desk.clock, log }, world.desk),
    ).rejects.toThrow('not finished');
    await restoreBackup(site, at('first'));
    await writeBackup(site, at('second'));
    expect(await compareBackups(at('first'), at('second'))).toEqual([]);
  });

  it('gives people the same pages, and nobody a card again', async () => {
    const program: Program = await startProgram(
      config,
      { fetch: world.desk.fetch, clock: world.desk.clock, log },
      world.desk,
    );
    try {
      await program.process();
      expect(program.lists.status().held).toEqual([]);
      expect(program.lists.status().lists.flatMap(({ setAside }) => setAside)).toEqual([]);
      const ask: JourneyWorld['as'] = async ({ id }, method, path) => {
        const given = await fetch(`${program.address}/emulator/token`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ personId: id }),
        });
        const { token } = (await given.json()) as { token: string };
        const answer = await fetch(program.address + path, { method, headers: { authorization: `Bearer ${token}` } });
        return { status: answer.status, body: await answer.json() };
      };
      expect(await pagesOf(ask)).toEqual(pages);
      expect(world.desk.world?.teams.delivered()).toBe(sent);
    } finally {
      await program.close();
    }
  });

  it('is refused when a byte of it has changed, and compared tells what differs', async () => {
    const [blob = ''] = readdirSync(at('second/files'));
    writeFileSync(at(`second/files/${blob}`), 'other');
    expect(existsSync(at('second/manifest.json'))).toBe(true);
    await expect(compareBackups(at('first'), at('second'))).rejects.toMatchObject({ code: 'backup.damaged' });
  });
});

/** Timestamps of the response itself differ each time. */
const withoutTime = (body: unknown): unknown =>
  JSON.parse(
    JSON.stringify(body, (name, value: unknown) =>
      ['asOf', 'requestId', 'freshness'].includes(name) ? undefined : value,
    ),
  );
