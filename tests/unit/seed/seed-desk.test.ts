import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDirectory, type Directory } from '../../../api/directory/index.ts';
import type { Context } from '../../../api/context.ts';
import { campaignsAbout } from '../../../api/deliveries/index.ts';
import { actorOf, coordinatorsOf, employees } from '../../../api/organisation/index.ts';
import { currentPolicy, policyCoverage } from '../../../api/policy/index.ts';
import type { CentreId, PersonId } from '../../../api/kernel/index.ts';
import { createLists, provision, type Lists, documentLibrary } from '../../../api/sharepoint/index.ts';
import { readConfig } from '../../../teams-app/config/config.ts';
import { connect, siteIdOf } from '../../../teams-app/program/connect.ts';
import { createContext } from '../../../teams-app/program/context.ts';
import { deskValues } from '../../../teams-app/config/desk-values.ts';
import type { Desk } from '../../../teams-app/desk/desk.ts';
import { startDesk } from '../../../teams-app/desk/start-desk.ts';
import type { Seeded } from '../../../teams-app/seed/index.ts';
import { allLibraries, allLists, documentsLibrary } from '../../../teams-app/program/lists.ts';
import { memoryJournal } from '../../support/memory-journal.ts';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const config = readConfig({ DATA_DIR: ':memory:', PORT: '0' }, deskValues);

describe('a seeded desk, as the program reads it through Graph', () => {
  let desk: Desk;
  let seeded: Seeded;
  let lists: Lists;
  let context: Context;
  let directory: Directory;

  beforeAll(async () => {
    desk = await startDesk(config);
    const surroundings = { ...desk, log };
    const provisioning = connect(config, deskValues.provisioning, surroundings).graph;
    const siteId = await siteIdOf(config, provisioning, deskValues.provisioning);
    await provision(provisioning, siteId, allLists, allLibraries);
    const filled = desk.seed();
    if (!filled) throw new Error('the desk was full already');
    seeded = filled;
    const { graph } = connect(config, config.app, surroundings);
    lists = createLists({ graph, siteId, clock: desk.clock, log });
    await lists.load(allLists);
    context = createContext(config, {
      clock: desk.clock,
      log,
      lists,
      documents: documentLibrary(graph, desk.fetch, siteId, documentsLibrary),
      journal: memoryJournal(),
      groupRoles: (personId) => directory.groupRoles(personId),
      groupRoleHolders: () => directory.groupRoleHolders(),
      groupMembers: (groupId) => directory.groupMembers(groupId),
    });
    directory = createDirectory(context, graph, config.organisation);
  });
  afterAll(() => desk.close());

  it('has more than 2,300 people', () => {
    expect(seeded.items.People).toBeGreaterThan(2300);
  });

  it('holds nothing that does not parse', () => {
    expect(lists.status().lists.flatMap(({ setAside }) => setAside)).toEqual([]);
    for (const { list, items } of lists.status().lists) expect(items, list).toBe(seeded.items[list] ?? 0);
  });

  it('agrees with the directory: the first sync changes nobody', async () => {
    const report = await directory.sync();
    expect(report).toMatchObject({ newcomers: 0, changed: 0, left: 0 });
  });

  it('covers 78 % with the policy in force, and has a draft that can be published', () => {
    const current = currentPolicy(context);
    expect(current?.number).toBe('4.0');
    const { people = 1, acknowledged = 0 } = policyCoverage(context, current?.key ?? '') ?? {};
    expect(Math.round((1000 * acknowledged) / people) / 10).toBe(78);
    expect(employees(context)).toHaveLength(2300);
    expect(seeded.versions.filter(({ state }) => state === 'draft')).toHaveLength(1);
  });

  it('has a finished campaign for it', () => {
    expect(campaignsAbout(context, 'policy-4-0').map(({ state }) => state)).toEqual(['finished']);
  });

  it('gives roles by appointment and by Entra group', () => {
    const rolesOf = (code: string) =>
      actorOf(context, seeded.person(code).id as PersonId)?.roles.map(({ role }) => role);
    expect(rolesOf('ciso')).toEqual(['ciso', 'securityCommittee']);
    expect(rolesOf('fatima')).toEqual(['securityTeam']);
    expect(rolesOf('dpo')).toEqual(['auditor']);
    expect(rolesOf('anne')).toEqual([]);
    expect(coordinatorsOf(context, 'voksne-og-velfaerd' as CentreId).map(({ title }) => title)).toEqual([
      'Mette Sørensen',
      'Omar Hassan',
    ]);
  });
});
