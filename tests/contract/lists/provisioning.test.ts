import { Acknowledgements } from '../../../api/acknowledgements/index.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuditEntries } from '../../../api/audit/audit-list.ts';
import { Campaigns, ConversationPages, DeliveryBlocks } from '../../../api/deliveries/delivery-lists.ts';
import { DirectoryState } from '../../../api/directory/index.ts';
import { Centres, People, RoleAssignments, RoleGroups } from '../../../api/organisation/index.ts';
import { PolicyVersions } from '../../../api/policy/policy-version-list.ts';
import { checkDrift, choice, defineList, number, provision, text } from '../../../api/sharepoint/index.ts';
import { mendColumns, readColumns } from '../../../api/sharepoint/mend-columns.ts';
import { listsOnADesk, siteId, type ListsOnADesk } from './on-a-desk.ts';

const everyList = [
  ...[AuditEntries, Campaigns, ConversationPages, DeliveryBlocks, DirectoryState, Centres, People, RoleAssignments],
  ...[RoleGroups, Acknowledgements, PolicyVersions],
];

let desk: ListsOnADesk;
beforeAll(async () => void (desk = await listsOnADesk([])));
afterAll(() => desk.close());
const strong = () => desk.graphOf('provisioning');

describe('provisioning', () => {
  it('makes all lists of the program and finds nothing to do the second time', async () => {
    const first = await provision(strong(), siteId, everyList);
    expect(first).toMatchObject({ ok: true, drift: [], extended: [] });
    expect(first.created).toEqual(everyList.map(({ name }) => name));
    desk.sent.splice(0);
    expect(await provision(strong(), siteId, everyList)).toEqual({ created: [], extended: [], drift: [], ok: true });
    expect(desk.sent.filter(({ method, url }) => method !== 'GET' && !url.includes('oauth2'))).toEqual([]);
    // One request per list is enough: every start of the program begins with it.
    expect(desk.sent.filter(({ url }) => url.includes('/columns'))).toHaveLength(everyList.length);
  });

  it('makes each list once when two run at the same time', async () => {
    const One = defineList('AtOnce', {
      describe: 'For tests.',
      columns: { title: text('Title'), size: number('Size') },
    });
    const reports = await Promise.all([provision(strong(), siteId, [One]), provision(strong(), siteId, [One])]);
    expect(reports.map(({ ok }) => ok)).toEqual([true, true]);
    expect(reports.flatMap(({ created }) => created)).toEqual(['AtOnce']);
  });

  it('adds columns and choices that a newer version of the program declares', async () => {
    const Old = defineList('Growing', {
      describe: 'For tests.',
      columns: { title: text('Title'), colour: choice(['red'] as const, 'Colour') },
    });
    const New = defineList('Growing', {
      describe: 'For tests.',
      columns: {
        title: text('Title'),
        colour: choice(['red', 'green'] as const, 'Colour'),
        size: number('Size'),
        weight: number('Weight'),
      },
    });
    await provision(strong(), siteId, [Old]);
    expect((await checkDrift(desk.graph, siteId, [New])).map(({ column, problem }) => [column, problem])).toEqual([
      ['Colour', 'choices'],
      ['Size', 'missing'],
      ['Weight', 'missing'],
    ]);
    const report = await provision(strong(), siteId, [New]);
    expect(report).toMatchObject({ created: [], ok: true });
    expect(report.extended.sort()).toEqual(['Growing.Colour', 'Growing.Size', 'Growing.Weight']);
  });

  it('makes a key column unique that is not, reports one of another type and one under another name, and touches neither', async () => {
    const columns = [
      { name: 'Key', text: {}, indexed: true },
      { name: 'Size', text: {} },
      { name: 'Weight0', displayName: 'Weight', number: {} },
    ];
    await strong().post(`/sites/${siteId}/lists`, {
      displayName: 'Drifted',
      columns,
      list: { template: 'genericList' },
    });
    const Drifted = defineList('Drifted', {
      describe: 'For tests.',
      columns: { title: text('Title'), size: number('Size'), weight: number('Weight') },
    });
    const { drift, ok, extended } = await provision(strong(), siteId, [Drifted]);
    expect(ok).toBe(false);
    expect(extended).toEqual(['Drifted.Key']);
    expect(drift).toEqual([
      { list: 'Drifted', column: 'Size', problem: 'wrongType', instead: { found: 'text', wanted: 'number' } },
      { list: 'Drifted', column: 'Weight', problem: 'renamed', details: 'Weight0' },
    ]);
  });

  it('says which items keep a key column from being unique, and makes it so when they are gone', async () => {
    const Twice = defineList('Twice', { describe: 'For tests.', columns: { title: text('Title') } });
    const columns = [{ name: 'Key', text: {} }];
    await strong().post(`/sites/${siteId}/lists`, { displayName: 'Twice', columns, list: { template: 'genericList' } });
    const items = `/sites/${siteId}/lists/Twice/items`;
    for (const Key of ['a', 'b', 'A']) await strong().post(items, { fields: { Key } });
    expect(await provision(strong(), siteId, [Twice])).toMatchObject({
      ok: false,
      extended: [],
      drift: [
        { column: 'Key', problem: 'notUnique', details: 'a (items 1, 3)' },
        { column: 'Key', problem: 'notIndexed' },
      ],
    });
    await strong().delete(`${items}/3`);
    expect(await provision(strong(), siteId, [Twice])).toMatchObject({ ok: true, extended: ['Twice.Key'] });
    await expect(strong().post(items, { fields: { Key: 'B' } })).rejects.toThrow();
  });

  it('adds what SharePoint lost of a new list, and mends what it made without index and uniqueness', async () => {
    desk.emulator.world.faults.put({ graph: { columnsLost: { next: 2 }, columnsPlain: 1 } });
    const Lossy = defineList('Lossy', {
      describe: 'For tests.',
      columns: { title: text('Title'), size: number('Size'), weight: number('Weight'), colour: text('Colour') },
    });
    const report = await provision(strong(), siteId, [Lossy]);
    expect(report).toMatchObject({ created: ['Lossy'], ok: true, drift: [] });
    expect(report.extended).toEqual(['Lossy.Key', 'Lossy.Size']);
    desk.emulator.world.faults.reset();
    expect(await checkDrift(desk.graph, siteId, [Lossy])).toEqual([]);
  });

  it('leaves no second column where one was there already and not shown yet', async () => {
    const Hidden = defineList('Hidden', {
      describe: 'For tests.',
      columns: { title: text('Title'), size: number('Size') },
    });
    const columns = [
      { name: 'Key', text: {}, indexed: true, enforceUniqueValues: true },
      { name: 'Size', number: {} },
    ];
    const lists = `/sites/${siteId}/lists`;
    await strong().post(lists, { displayName: 'Hidden', columns, list: { template: 'genericList' } });
    desk.emulator.world.sites.lists.find('Hidden')?.columns.forEach((column) => (column.createdAt = Date.now()));
    desk.emulator.world.faults.put({ graph: { lagSchema: 60_000 } });
    const list = desk.emulator.world.sites.lists.find('Hidden');
    if (list) list.createdAt = 0;
    await mendColumns(strong(), `${lists}/Hidden`, Hidden);
    desk.emulator.world.faults.reset();
    const names = (await readColumns(strong(), `${lists}/Hidden`)).map((column) => (column as { name: string }).name);
    expect(names.filter((name) => /^(Key|Size)/.test(name))).toEqual(['Key', 'Size']);
    expect(await provision(strong(), siteId, [Hidden])).toMatchObject({ ok: true, extended: [] });
  });

  it('waits until SharePoint shows what was made', async () => {
    desk.emulator.world.faults.put({ graph: { lagSchema: 400 } });
    const Late = defineList('Late', {
      describe: 'For tests.',
      columns: { title: text('Title'), size: number('Size') },
    });
    const report = await provision(strong(), siteId, [Late]);
    expect(report).toMatchObject({ created: ['Late'], ok: true });
    expect(await checkDrift(desk.graph, siteId, [Late])).toEqual([]);
    desk.emulator.world.faults.reset();
  });

  it('is not for the running program, which may only write items', async () => {
    const No = defineList('NotMine', { describe: 'For tests.', columns: { title: text('Title') } });
    await expect(provision(desk.graph, siteId, [No])).rejects.toMatchObject({ code: 'sharepoint.noAccess' });
  });

  it('refuses names that SharePoint would change', async () => {
    const Bad = defineList('Bad', {
      describe: 'For tests.',
      columns: { title: text('Title'), author: text('Author') },
    });
    await expect(provision(strong(), siteId, [Bad])).rejects.toThrow('Bad.Author is not safe');
  });
});
