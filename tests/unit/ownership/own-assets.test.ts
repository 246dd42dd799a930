import readXlsxFile from 'read-excel-file/node';
import { beforeEach, describe, expect, it } from 'vitest';
import { Assets } from '../../../api/assets/index.ts';
import { ownAssetsContract, type OwnAssetsQuery } from '../../../api/ownership/contract.ts';
import { assetOfWork, ownsAssets } from '../../../api/ownership/index.ts';
import { ownAssetsWorkbook } from '../../../api/ownership/own-assets-workbook.ts';
import { ownAssetsView } from '../../../api/ownership/own-assets.ts';
import { declareObligationSources, handOver, obligationsOf } from '../../../api/obligations/index.ts';
import { People } from '../../../api/organisation/index.ts';
import { readTable } from '../../../api/files/tables/index.ts';
import type { Context } from '../../../api/context.ts';
import { translator } from '../../../api/texts/translate.ts';
import { obligationSources } from '../../../teams-app/program/obligation-sources.ts';
import { aTown, day, person, the } from '../organisation/builders.ts';
import { anAsset, at } from '../risks/register-world.ts';

let context: Context;
let setNow: (moment: string) => void;
const query = (changes: Partial<Record<keyof OwnAssetsQuery, string>> = {}) =>
  ownAssetsContract['GET /api/own-assets'].query.parse(changes);
const view = (changes: Parameters<typeof query>[0] = {}, who = 'anne') =>
  ownAssetsView(context, the(context, who), query(changes));
const titles = (changes: Parameters<typeof query>[0] = {}, who = 'anne') =>
  view(changes, who).rows.map(({ title }) => title);

beforeEach(async () => {
  const town = await aTown('2026-11-24T09:00:00.000Z');
  context = { ...town.context, texts: translator };
  ({ setNow } = town);
  declareObligationSources(context, obligationSources);
  const assets = context.list(Assets);
  await assets.create(anAsset('journal', { title: 'Journal', criticality: 'vital', changedAt: at('2026-06-01') }));
  await assets.create(anAsset('rota', { title: 'Vagtplan', criticality: 'low', kind: 'workProcess' }));
  await assets.create(anAsset('old', { title: 'Udfaset', state: 'retired' }));
  await assets.create(anAsset('bos', { title: 'Bos system', criticality: 'high', ownerId: person('bo') }));
});

describe('own systems', () => {
  it('are those that one owns and that are in use, what is owed next first, and every number counts its rows', () => {
    const { rows, counts, total } = view();
    expect(rows.map(({ title }) => title)).toEqual(['Journal', 'Vagtplan']);
    expect(rows[0]).toMatchObject({ part: 'owner', tasks: { open: 3, overdue: 3 }, next: { kind: 'assessAsset' } });
    expect(rows[0]?.next).toMatchObject({ due: '2026-07-01', daysLeft: -146, path: '/risks/assets/journal' });
    expect(rows[1]).toMatchObject({ tasks: { open: 0, overdue: 0 } });
    expect(rows[1]?.next).toBeUndefined();
    for (const show of ['tasks', 'overdue', 'unassessed', 'noPlan'] as const)
      expect(view({ show }).total, show).toBe(counts[show]);
    expect(counts).toEqual({ all: 2, tasks: 1, overdue: 1, unassessed: 2, noPlan: 1 });
    expect(total).toBe(2);
    expect(titles({ q: 'vagt' })).toEqual(['Vagtplan']);
    expect(titles({ kind: 'system' })).toEqual(['Journal']);
    expect(titles({ sort: 'criticality' })).toEqual(['Vagtplan', 'Journal']);
    expect(titles({ sort: 'criticality', descending: 'true' })).toEqual(['Journal', 'Vagtplan']);
  });

  it('are also those whose owner is gone while the work is with me, and nobody else’s', async () => {
    expect(titles({}, 'isk-syd')).toEqual([]);
    expect(ownsAssets(context, the(context, 'isk-syd'))).toBe(false);
    expect(ownsAssets(context, the(context, 'anne'))).toBe(true);
    const [work] = obligationsOf(context, person('bo'));
    await handOver(context, the(context, 'ciso'), {
      ...{ fromPersonId: person('bo'), toPersonId: person('isk-syd'), note: 'Bo holder op' },
      ...(work ? { keys: [work.key] } : {}),
    });
    expect(view({}, 'isk-syd').rows).toMatchObject([
      { title: 'Bos system', part: 'standIn', owner: { name: 'Bo Ærø' } },
    ]);
    expect(titles()).toEqual(['Journal', 'Vagtplan']);
    await context.list(People).update('bo', () => ({ leftOn: day('2026-11-01') }));
    setNow('2026-11-25T09:00:00.000Z');
    expect(titles({}, 'isk-nord')).toEqual([]);
  });

  it('come as a workbook with the same rows', async () => {
    const { bytes, fileName } = await ownAssetsWorkbook(context, the(context, 'anne'), query());
    expect(fileName).toBe('Mine systemer 2026-11-24.xlsx');
    const { headers, rows } = await readTable(bytes);
    expect(headers[0]).toBe('Navn');
    expect(rows.map(({ cells: [title] }) => title)).toEqual(['Journal', 'Vagtplan']);
    expect(rows[0]?.cells).toContain('Vurdér risici for Journal');
    const [sheet] = await readXlsxFile(Buffer.from(bytes));
    const [heads = [], journal = []] = sheet?.data ?? [];
    // As numbers, which can be summed.
    expect(['Åbne opgaver', 'Over tiden'].map((head) => journal[heads.indexOf(head)])).toEqual([3, 3]);
  });

  it('know of every kind of shared work which system it is about, or that it is about none', () => {
    const kinds = new Set(obligationSources.shared.flatMap((source) => source.kinds));
    expect([...kinds].filter((kind) => assetOfWork[kind] === undefined)).toEqual([]);
    expect(Object.keys(assetOfWork).filter((kind) => !kinds.has(kind))).toEqual([]);
  });
});
