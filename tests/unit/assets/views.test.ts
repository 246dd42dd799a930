import { beforeEach, describe, expect, it } from 'vitest';
import type { AssetsQuery, AssetStatus } from '../../../api/assets/contract.ts';
import { assetView as viewSchema } from '../../../api/assets/contract.ts';
import type { ToldOfAssets } from '../../../api/assets/asset-rows.ts';
import { assetList, assetNames, assetView, seenAsset } from '../../../api/assets/asset-views.ts';
import { assetsWorkbook } from '../../../api/assets/assets-workbook.ts';
import { decideNotNeeded, retireAsset } from '../../../api/assets/index.ts';
import type { Context } from '../../../api/context.ts';
import { readTable } from '../../../api/files/tables/index.ts';
import { refusal, the } from '../organisation/builders.ts';
import { add, anAsset, aProcess, aQuery, aRegister, unassessed } from './builders.ts';

let context: Context;
const keys: Record<string, string> = {};
const level = (word: string, severity: number) => ({ level: { word, severity, tone: 'red' as const } });
/** Assessments as reported by risks, by asset name. */
const statuses: Record<string, AssetStatus> = {
  Nexus: { assessment: 'current', reviewOn: '2027-05-01', assessedOn: '2026-05-01', ...level('Høj', 1) },
  Aarhus: { assessment: 'overdue', reviewOn: '2026-01-01', ...level('Lav', 0) },
};
const told: ToldOfAssets = {
  statusOf: (_context, key) => {
    const [name = ''] = Object.entries(keys).find(([, one]) => one === key) ?? [];
    return statuses[name] ?? { assessment: 'none' };
  },
  referencesTo: (_context, key, language) => [{ kind: 'assessment', title: `${language} ${key}`, path: '/x' }],
};
beforeEach(async () => {
  ({ context } = await aRegister());
  keys.Nexus = await add(context, anAsset({ title: 'Nexus', supplier: 'KMD', centreId: 'nord', usedBy: ['syd'] }));
  keys.Aarhus = await add(context, anAsset({ title: 'Århus-løsningen', criticality: 'low', ownerId: 'anne' }));
  keys.Zebra = await add(context, anAsset({ title: 'Zebra', criticality: 'vital', externalId: 'z-9' }));
  keys.Medicin = await add(context, aProcess({ dependsOn: [keys.Nexus, keys.Zebra], ownerId: 'bo' }));
  keys.Gammelt = await add(context, anAsset({ title: 'Gammelt', dependsOn: [keys.Nexus] }));
  await retireAsset(context, the(context, 'ciso'), keys.Gammelt, 'Erstattet af Nexus');
});
const list = (changes: Partial<AssetsQuery> = {}, who = 'ciso') =>
  assetList(context, the(context, who), aQuery(changes), told);
const titles = (changes: Partial<AssetsQuery> = {}, who = 'ciso') =>
  list(changes, who).assets.map(({ title }) => title);

describe('the register', () => {
  it('stands in the order of a Danish phone book', () => {
    expect(titles()).toEqual(['Gammelt', 'Nexus', 'Udlevering af medicin', 'Zebra', 'Århus-løsningen']);
    expect(titles({ descending: true })[0]).toBe('Århus-løsningen');
    expect(titles({ offset: 1, limit: 2 })).toEqual(['Nexus', 'Udlevering af medicin']);
    expect(list({ offset: 1, limit: 2 }).total).toBe(5);
  });

  it.each([
    [{ q: 'aarhus' }, ['Århus-løsningen']],
    [{ q: 'kmd' }, ['Nexus']],
    [{ q: 'z-9' }, ['Zebra']],
    [{ kind: 'workProcess' }, ['Udlevering af medicin']],
    [{ state: 'retired' }, ['Gammelt']],
    [{ criticality: 'vital' }, ['Zebra']],
    [{ ownerId: 'anne' }, ['Århus-løsningen']],
    [{ centreId: 'nord' }, ['Nexus', 'Udlevering af medicin']],
    [{ centreId: 'syd' }, ['Nexus']],
    [{ assessment: 'overdue' }, ['Århus-løsningen']],
    [{ assessment: 'none' }, ['Udlevering af medicin', 'Zebra']],
    [{ assessment: 'none', state: 'retired' }, ['Gammelt']],
  ] as [Partial<AssetsQuery>, string[]][])('is narrowed by %j', (query, expected) => {
    expect(titles(query)).toEqual(expected);
    expect(list(query).total).toBe(expected.length);
  });

  it('begins with one’s own centres', () => {
    expect(titles({ centreId: 'mine' }, 'isk-nord')).toEqual(['Nexus', 'Udlevering af medicin']);
    expect(titles({ centreId: 'mine' }, 'isk-syd')).toEqual(['Nexus']);
    expect(list({}, 'isk-nord').mine).toEqual(['nord']);
    expect(titles({ centreId: 'mine' })).toEqual([]);
  });

  it('is sorted by what the assessment says, with those without one last either way', () => {
    expect(titles({ sort: 'level', descending: true }).slice(0, 2)).toEqual(['Nexus', 'Århus-løsningen']);
    expect(titles({ sort: 'level' }).slice(0, 2)).toEqual(['Århus-løsningen', 'Nexus']);
    expect(titles({ sort: 'reviewOn' })).toEqual([
      ...['Århus-løsningen', 'Nexus', 'Gammelt', 'Udlevering af medicin', 'Zebra'],
    ]);
    expect(titles({ sort: 'criticality', descending: true })[0]).toBe('Zebra');
    expect(titles({ sort: 'owner' }).slice(0, 2)).toEqual(['Århus-løsningen', 'Udlevering af medicin']);
    expect(titles({ sort: 'kind', descending: true })[0]).toBe('Udlevering af medicin');
    expect(titles({ sort: 'centre' }).slice(0, 2)).toEqual(['Nexus', 'Udlevering af medicin']);
  });

  it('counts what each number leads to', () => {
    const { counts } = list();
    expect(counts).toEqual({ systems: 4, workProcesses: 1, retired: 1, unassessed: 2 });
    expect(list({ kind: 'system' })).toMatchObject({ counts, total: counts.systems });
    expect(list({ kind: 'workProcess' }).total).toBe(counts.workProcesses);
    expect(list({ assessment: 'none' })).toMatchObject({ counts, total: counts.unassessed });
    expect(list({ state: 'retired' }).total).toBe(counts.retired);
    expect(list({ centreId: 'nord' }).counts).toEqual({ systems: 1, workProcesses: 1, retired: 0, unassessed: 1 });
  });

  it('lets those add who keep assets, and those import who keep them all', () => {
    const abilities = (who: string) => list({}, who).abilities;
    expect(abilities('ciso')).toEqual({ add: true, import: true });
    expect(abilities('isk-nord')).toEqual({ add: true, import: false });
    expect(abilities('auditor')).toEqual({ add: false, import: false });
  });
});

describe('choosing an asset by name', () => {
  const names = (q: string, who = 'ciso') =>
    assetNames(context, the(context, who), { q }).assets.map(({ title }) => title);
  it('begins with those that begin so, and leaves out what is retired', async () => {
    await add(context, anAsset({ title: 'Medicinskab' }));
    expect(names('medicin')).toEqual(['Medicinskab', 'Udlevering af medicin']);
    expect(names('gammelt')).toEqual([]);
    expect(names('')).toHaveLength(5);
  });

  it('is for those who see the register and for owners', async () => {
    expect(names('nexus', 'anne')).toEqual(['Nexus']);
    expect(await refusal(() => names('nexus', 'council'))).toBe('assets.mayNotSee');
    await retireAsset(context, the(context, 'ciso'), keys.Aarhus ?? '', 'Lukket');
    expect(await refusal(() => names('nexus', 'anne'))).toBe('assets.mayNotSee');
  });
});

describe('one asset', () => {
  const view = (name: string, who = 'ciso') => assetView(context, the(context, who), keys[name] ?? '', told);

  it('shows what it depends on, what depends on it, and what refers to it', () => {
    expect(viewSchema.parse(view('Medicin')).dependsOn.map(({ title }) => title)).toEqual(['Nexus', 'Zebra']);
    expect(view('Nexus')).toMatchObject({
      ...{ centre: { id: 'nord', title: 'Center for nord' }, usedBy: [{ id: 'syd', title: 'Center for syd' }] },
      neededBy: [{ title: 'Gammelt' }, { title: 'Udlevering af medicin' }],
      references: [{ kind: 'assessment', title: `da ${keys.Nexus}` }],
      changedBy: { id: 'ciso', name: 'Person ciso' },
      status: { assessment: 'current', level: { word: 'Høj' } },
    });
    expect(view('Gammelt')).toMatchObject({ state: 'retired', retiredReason: 'Erstattet af Nexus' });
  });

  it('tells who decided that it needs no assessment', async () => {
    await decideNotNeeded(context, the(context, 'ciso'), keys.Zebra ?? '', 'Kun et ur på væggen');
    expect(view('Zebra').notNeeded).toMatchObject({ reason: 'Kun et ur på væggen', by: { name: 'Person ciso' } });
  });

  it('offers each reader what that reader may', () => {
    const abilities = (who: string, name = 'Medicin') => view(name, who).abilities;
    const none = { edit: false, retire: false, decideNotNeeded: false, assess: false };
    expect(abilities('manager-nord')).toEqual({ edit: true, retire: true, decideNotNeeded: true, assess: true });
    expect(abilities('isk-nord')).toEqual({ edit: true, retire: true, decideNotNeeded: false, assess: true });
    expect(abilities('bo')).toEqual({ ...none, edit: true, assess: true });
    expect(abilities('isk-syd')).toEqual(none);
    expect(abilities('ciso', 'Gammelt').assess).toBe(false);
  });

  it('is seen by roles that read risks and by its owner, and by nobody else', async () => {
    const seen = (who: string) => seenAsset(context, the(context, who), keys.Medicin ?? '', told);
    for (const who of ['auditor', 'committee', 'management', 'board', 'isk-syd', 'bo'])
      expect(seen(who).title).toBeTruthy();
    for (const who of ['anne', 'council', 'secretary'])
      expect([who, await refusal(() => seen(who))]).toEqual([who, 'assets.mayNotSee']);
    expect(await refusal(() => seenAsset(context, the(context, 'ciso'), 'x', told))).toBe('assets.noSuchAsset');
  });
});

describe('the workbook', () => {
  it('holds exactly the rows of the query in their order, in the reader’s words', async () => {
    const query = aQuery({ kind: 'system', sort: 'level', descending: true, limit: 1 });
    const { fileName, bytes } = await assetsWorkbook(context, { ...the(context, 'ciso'), language: 'en' }, query, told);
    expect(fileName).toBe('Assets 2026-11-24.xlsx');
    const { headers, rows } = await readTable(bytes);
    expect(headers.slice(0, 2)).toEqual(['Name', 'Kind']);
    expect(rows.map(({ cells }) => cells[0])).toEqual(['Nexus', 'Århus-løsningen', 'Gammelt', 'Zebra']);
    const [nexus] = rows;
    const at = (heading: string) => nexus?.cells[headers.indexOf(heading)];
    expect([at('Current risk'), at('Risk assessment'), at('Used by')]).toEqual(['Høj', 'Assessed', 'Center for syd']);
  });
});

describe('a register of 300 assets', () => {
  it('answers with a window of what was found', async () => {
    for (let at = 0; at < 300; at += 1)
      await add(context, anAsset({ title: `System ${(at * 7919) % 300}`, centreId: at % 2 ? 'nord' : 'syd' }));
    const look = (changes: Partial<AssetsQuery>) =>
      assetList(context, the(context, 'ciso'), aQuery(changes), unassessed);
    expect(look({ q: 'system 29' })).toMatchObject({ total: 11, assets: { length: 11 } });
    const north = look({ centreId: 'nord', sort: 'level', offset: 120 });
    expect(north.total).toBeGreaterThan(149);
    expect(north.assets).toHaveLength(north.total - 120);
    expect(look({ offset: 100 }).assets).toHaveLength(50);
  });
});
