import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DirectoryState } from '../../../api/directory/index.ts';
import { ClosedMonths } from '../../../api/history/index.ts';
import { People, type Person } from '../../../api/organisation/index.ts';
import { createLists, memoryCopy, ProvisionedLists, type Graph, type Lists } from '../../../api/sharepoint/index.ts';
import { readConfig } from '../../../teams-app/config/config.ts';
import { connect } from '../../../teams-app/program/connect.ts';
import { deskValues } from '../../../teams-app/config/desk-values.ts';
import type { Desk } from '../../../teams-app/desk/desk.ts';
import { startDesk } from '../../../teams-app/desk/start-desk.ts';
import { siteId } from '../../../teams-app/emulator/municipality.ts';
import { allLibraries, allLists, documentsLibrary } from '../../../teams-app/program/lists.ts';
import { startProgram } from '../../../teams-app/program/program.ts';
import { provisionHere, type ProvisioningWords } from '../../../teams-app/program/provision-here.ts';
import { someAtATime } from './some-at-a-time.ts';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const config = readConfig(
  { PORT: '0', DATA_DIR: ':memory:', PEOPLE: '60', OPEN: '0', SEND_RATE: 'unlimited', POLL_SECONDS: '3600' },
  deskValues,
);

const sortedHeld = (lists: Lists) => lists.status().held.toSorted((one, other) => (one.list < other.list ? -1 : 1));

describe('a list that was deleted before the program starts', () => {
  let desk: Desk;
  let graph: Graph;
  let strong: Graph;
  const start = () => startProgram(config, { fetch: desk.fetch, clock: desk.clock, log }, desk);
  const provisionIt = (words?: ProvisioningWords) => provisionHere(strong, siteId, desk, words);
  const sites = () => desk.world!.sites;
  const sent = () => desk.world!.teams.delivered();
  const remove = (name: string) => sites().lists.recycle(sites().lists.find(name)!);
  const restore = (name: string) => {
    const gone = sites()
      .lists.recycled()
      .findLast(({ displayName }) => displayName === name);
    if (gone) sites().lists.restore(gone.id);
  };
  const load = async () => {
    const copy = memoryCopy(graph, desk.fetch, siteId, documentsLibrary);
    const lists = createLists({ graph, siteId, clock: desk.clock, log, copy, libraries: allLibraries });
    await lists.load(allLists);
    return lists;
  };

  beforeAll(async () => {
    desk = await startDesk(config);
    const surroundings = { fetch: desk.fetch, clock: desk.clock, log };
    graph = connect(config, config.app, surroundings).graph;
    strong = connect(config, config.provisioning ?? config.app, surroundings).graph;
    const program = await start();
    await program.process();
    await program.close();
  });
  afterAll(() => desk.close());

  it.each(someAtATime)(
    '%s is not made anew by provisioning, is held, and is as it was when it is restored',
    async (_names, names) => {
      for (const name of names) remove(name);
      const report = await provisionIt();
      expect(report).toMatchObject({ ok: false, created: [], extended: [] });
      expect(report.held.map(({ list }) => list).toSorted()).toEqual(names.toSorted());
      for (const name of names) expect(sites().lists.find(name)).toBeUndefined();
      const lists = await load();
      expect(sortedHeld(lists)).toEqual(names.toSorted().map((list) => ({ list, held: { why: 'gone' } })));
      for (const name of names) restore(name);
      await lists.refresh();
      expect(lists.status().held).toEqual([]);
      // The next provisioning report, which names all held lists, shows it released.
    },
  );

  it('is no longer held by provisioning when all are restored', async () => {
    expect(await provisionIt()).toMatchObject({ ok: true, created: [], extended: [], held: [] });
  });

  it.each([
    'DeliveryBlocks',
    'Campaigns',
    'ConversationPages',
    'ReminderPages',
    'People',
    'Acknowledgements',
    'JobRuns',
  ])('the program starts without %s, sends nobody anything, and goes on when it is restored', async (name) => {
    const before = sent();
    remove(name);
    const program = await start();
    await program.process();
    const health: unknown = await (await fetch(`${program.address}/api/health`)).json();
    expect(health).toMatchObject({ status: 'degraded', lists: { held: [{ list: name }] } });
    restore(name);
    await program.lists.refresh();
    await program.process();
    expect(program.lists.status().held).toEqual([]);
    await program.close();
    expect(sent()).toBe(before);
  });

  it('is held also when the memory is gone with it, and nothing but the copy in the library knows', async () => {
    remove(ProvisionedLists.name);
    remove('RoleAssignments');
    expect((await provisionIt()).held.map(({ list }) => list).sort()).toEqual(['ProvisionedLists', 'RoleAssignments']);
    expect(
      (await load())
        .status()
        .held.map(({ list }) => list)
        .sort(),
    ).toEqual(['ProvisionedLists', 'RoleAssignments']);
    restore('RoleAssignments');
    restore(ProvisionedLists.name);
    expect((await provisionIt()).ok).toBe(true);
  });

  it('is held when all that remembers it is gone: a list with items shows that the site is not new', async () => {
    for (const name of [ProvisionedLists.name, documentsLibrary, 'Campaigns']) remove(name);
    const { held, created } = await provisionIt();
    expect(held.map(({ list }) => list).sort()).toEqual(['Campaigns', 'SecurityDocuments']);
    expect(created).toEqual([ProvisionedLists.name]);
    expect(
      (await load())
        .status()
        .held.map(({ list }) => list)
        .sort(),
    ).toEqual(['Campaigns', 'SecurityDocuments']);
    expect((await provisionIt()).created).toEqual([]);
    sites().lists.purge(sites().lists.find(ProvisionedLists.name)!);
    for (const name of [ProvisionedLists.name, documentsLibrary, 'Campaigns']) restore(name);
    expect((await provisionIt()).ok).toBe(true);
  });

  it('is not what a list is that came later than all that a site holds: an older site gets it', async () => {
    sites().lists.purge(sites().lists.find(ProvisionedLists.name)!);
    sites().lists.purge(sites().lists.find(ClosedMonths.name)!);
    const library = sites().lists.find(documentsLibrary)!;
    remove(documentsLibrary);
    const older = await provisionIt();
    expect(older.created.sort()).toEqual([ClosedMonths.name, ProvisionedLists.name]);
    expect(older.held.map(({ list }) => list)).toEqual([documentsLibrary]);
    sites().lists.restore(library.id);
    expect((await provisionIt()).ok).toBe(true);
  });

  it('is made anew when somebody says so, and everybody is read from the directory again', async () => {
    const employed = (people: readonly Person[]) =>
      people.filter(({ leftOn }) => leftOn === undefined).map(({ key }) => key);
    const before = employed((await load()).handle(People).all());
    remove(People.name);
    expect(await provisionIt({ makeAnew: [People.name] })).toMatchObject({ ok: true, created: [People.name] });
    const program = await start();
    await program.process();
    expect(program.lists.status().held).toEqual([]);
    expect(employed(program.lists.handle(People).all()).sort()).toEqual(before.sort());
    expect(program.lists.handle(DirectoryState).all()).toHaveLength(1);
    await program.close();
  });
});
