import fc from 'fast-check';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { Assets } from '../../../../api/assets/index.ts';
import type { Context } from '../../../../api/context.ts';
import {
  ContingencyPlans,
  ContingencyPlanVersions,
  coverageStateOf,
  planReferencesTo,
} from '../../../../api/contingency/index.ts';
import { planCoverage } from '../../../../api/contingency/plan-pages/coverage-view.ts';
import { coverageWorkbook, plansWorkbook } from '../../../../api/contingency/plan-pages/workbooks.ts';
import { plansSeen } from '../../../../api/contingency/plan-pages/plans-seen.ts';
import { plansContract } from '../../../../api/contingency/contract.ts';
import { testStatuses } from '../../../../api/contingency/vocabulary.ts';
import { CriticalServices } from '../../../../api/critical-services/index.ts';
import { centre, the } from '../../organisation/builders.ts';
import { anAsset } from '../../risks/register-world.ts';
import { aContent, aPlan, aPlanVersion, aService, inForce } from '../builders.ts';
import { aPlannedTown } from './planned-town.ts';

const vital = (key: string, usedBy: string[] = [], changes = {}) =>
  anAsset(key, { title: `System ${key}`, criticality: 'vital', usedBy: usedBy.map(centre), ...changes });
const query = (given: Record<string, unknown> = {}) => plansContract['GET /api/contingency/plans'].query.parse(given);

async function rowsOf(made: Promise<{ bytes: Uint8Array }>) {
  const [sheet] = await readXlsxFile(Buffer.from((await made).bytes));
  return sheet?.data ?? [];
}

/** An unsubmitted draft. */
async function aDraftOf(context: Context, key: string, changes: Parameters<typeof aPlan>[1]) {
  await context.list(ContingencyPlans).create(aPlan(key, changes));
  await context.list(ContingencyPlanVersions).create(aPlanVersion(key));
}

describe('coverage of vital systems', () => {
  it('tells own, shared, missing and not used, and those with most missing first', async () => {
    const { context } = await aPlannedTown();
    await context.list(Assets).create(vital('a', ['syd']));
    await context.list(Assets).create(vital('b', []));
    await context.list(Assets).create(vital('c', ['syd']));
    await inForce(context, aPlan('own', { assetKey: 'b' }));
    await inForce(
      context,
      aPlan('all', { assetKey: 'a', centreId: undefined }),
      aPlanVersion('all', { centreIds: [] }),
    );
    const { systems, centres, counts } = planCoverage(context, the(context, 'auditor'));
    expect(centres.map(({ id }) => id)).toEqual(['nord', 'syd']);
    expect(
      systems.map(({ asset, missing, cells }) => [asset.key, missing, ...cells.map(({ state }) => state)]),
    ).toEqual([
      ['c', 2, 'missing', 'missing'],
      ['a', 0, 'valid', 'valid'],
      ['b', 0, 'valid', 'notUsed'],
    ]);
    expect(systems.map(({ cells }) => cells.map(({ shared }) => shared))).toEqual([
      [false, false],
      [true, true],
      [false, false],
    ]);
    expect(counts).toEqual({ cells: 5, covered: 3 });
  });

  it('counts the centres whose services need a system, through others too', async () => {
    const { context } = await aPlannedTown();
    await context.list(Assets).create(vital('net'));
    await context.list(Assets).create(anAsset('portal', { dependsOn: ['net'] }));
    expect(coverageStateOf(context, 'net', centre('syd')).state).toBe('notUsed');
    await context.list(CriticalServices).create(aService('s', { centreId: centre('syd'), needs: ['portal'] }));
    expect(coverageStateOf(context, 'net', centre('syd')).state).toBe('missing');
  });

  it('wants a restore plan of a system, and none of a work process', async () => {
    const { context } = await aPlannedTown();
    await context.list(Assets).create(vital('a'));
    await context.list(Assets).create(vital('work', [], { kind: 'workProcess' }));
    await aDraftOf(context, 'r', { assetKey: 'a', kind: 'restorePlan', centreId: undefined });
    const states = planCoverage(context, the(context, 'ciso')).systems.map(({ asset, restorePlan }) => [
      asset.key,
      restorePlan.state,
    ]);
    expect(states.sort()).toEqual([
      ['a', 'draft'],
      ['work', 'notUsed'],
    ]);
  });

  it('names a draft only to those who may read it, and says who may begin one', async () => {
    const { context } = await aPlannedTown({ asset: { criticality: 'vital' } });
    await aDraftOf(context, 'd', {});
    const cell = (who: string) => planCoverage(context, the(context, who)).systems[0]?.cells[0];
    expect(cell('isk-nord')).toEqual({ state: 'draft', planKey: 'd', shared: false });
    expect(cell('isk-syd')).toEqual({ state: 'draft', shared: false });
    expect(planCoverage(context, the(context, 'isk-syd')).writes).toEqual(['syd']);
    expect(planCoverage(context, the(context, 'auditor')).writes).toEqual([]);
    expect(planCoverage(context, the(context, 'team')).writes).toEqual(['nord', 'syd']);
  });

  it('adds up, whatever there is', async () => {
    const kept = fc.record({
      usedBySouth: fc.boolean(),
      plans: fc.uniqueArray(
        fc.record({
          centre: fc.constantFrom('nord', 'syd', 'all'),
          approved: fc.boolean(),
          on: fc.constantFrom('2026-05-15', '2024-05-15'),
        }),
        { selector: ({ centre: place }) => place, maxLength: 3 },
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(kept, { maxLength: 4 }), async (systems) => {
        const { context } = await aPlannedTown();
        for (const [n, { usedBySouth, plans }] of systems.entries()) {
          await context.list(Assets).create(vital(`a${n}`, usedBySouth ? ['syd'] : []));
          for (const { centre: place, approved, on } of plans) {
            const key = `a${n}-${place}`;
            const centreId = place === 'all' ? undefined : centre(place);
            const plan = aPlan(key, { assetKey: `a${n}`, centreId });
            const version = aPlanVersion(key, { centreIds: centreId === undefined ? [] : [centreId] });
            if (approved) await inForce(context, plan, version, on);
            else {
              await context.list(ContingencyPlans).create(plan);
              await context.list(ContingencyPlanVersions).create(version);
            }
          }
        }
        const { systems: seen, counts, centres } = planCoverage(context, the(context, 'ciso'));
        const cells = seen.flatMap((system) => system.cells);
        const of = (...states: string[]) => cells.filter(({ state }) => states.includes(state)).length;
        expect(cells).toHaveLength(seen.length * centres.length);
        expect(counts.cells + of('notUsed')).toBe(cells.length);
        expect(counts.covered).toBe(of('valid', 'expired'));
        expect(counts.covered + of('missing', 'draft', 'waiting')).toBe(counts.cells);
        expect(seen.reduce((sum, { missing }) => sum + missing, 0)).toBe(of('missing'));
        const order = seen.map(({ missing }) => missing);
        expect(order).toEqual([...order].sort((one, other) => other - one));
      }),
      { numRuns: 40 },
    );
  });

  it('comes as a workbook with a column a centre', async () => {
    const { context } = await aPlannedTown({ asset: { criticality: 'vital' } });
    const rows = await rowsOf(coverageWorkbook(context, the(context, 'ciso')));
    expect(rows[0]).toEqual([
      ...['System', 'Må være nede (timer)', 'Mangler', 'Genetableringsplan'],
      ...['Center for nord', 'Center for syd'],
    ]);
    expect(rows[1]?.slice(2)).toEqual([2, 'Mangler', 'Mangler', 'Mangler']);
  });
});

describe('the plans that somebody finds', () => {
  async function aRegister() {
    const { context } = await aPlannedTown();
    await inForce(context, aPlan('nord'), aPlanVersion('nord', { title: 'Åben pleje' }));
    const content = aContent({ communication: 'Ring til apoteket', contacts: [] });
    const south = aPlanVersion('syd', { title: 'Bofællesskab', centreIds: [centre('syd')], content, reviewMonths: 1 });
    await inForce(context, aPlan('syd', { centreId: centre('syd') }), south);
    await aDraftOf(context, 'kladde', {});
    return context;
  }
  const titles = async (context: Context, who: string, given = {}) =>
    (await plansSeen(context, the(context, who), query(given))).plans.map(({ key }) => key);

  it('are those that the reader may read', async () => {
    const context = await aRegister();
    expect(await titles(context, 'anne')).toEqual(['nord']);
    expect(await titles(context, 'isk-syd')).toEqual(['syd', 'nord']);
    expect(await titles(context, 'auditor')).toEqual(['syd', 'kladde', 'nord']);
  });

  it('are searched in what they say, filtered and sorted', async () => {
    const context = await aRegister();
    expect(await titles(context, 'ciso', { q: 'apoteket' })).toEqual(['syd']);
    expect(await titles(context, 'ciso', { q: 'åben' })).toEqual(['nord']);
    expect(await titles(context, 'ciso', { state: 'expired' })).toEqual(['syd']);
    expect(await titles(context, 'ciso', { state: 'draft' })).toEqual(['kladde']);
    expect(await titles(context, 'isk-nord', { centreId: 'mine' })).toEqual(['kladde', 'nord']);
    expect(await titles(context, 'ciso', { kind: 'restorePlan' })).toEqual([]);
    expect(await titles(context, 'ciso', { descending: 'true' })).toEqual(['nord', 'kladde', 'syd']);
    expect(await titles(context, 'ciso', { sort: 'reviewOn' })).toEqual(['syd', 'nord', 'kladde']);
    expect(await titles(context, 'ciso', { testing: 'overdue' })).toEqual(['syd', 'nord']);
    expect(await titles(context, 'ciso', { testing: 'current' })).toEqual([]);
  });

  it('are counted so that each number opens its rows', async () => {
    const context = await aRegister();
    const { counts, total } = await plansSeen(context, the(context, 'ciso'), query({ limit: '1' }));
    expect(counts).toEqual({ plans: 3, inForce: 2, waiting: 0, expired: 1 });
    expect(total).toBe(3);
    for (const testing of testStatuses) {
      const under = await plansSeen(context, the(context, 'ciso'), query({ testing }));
      expect([testing, under.counts.plans]).toEqual([testing, under.total]);
    }
  });

  it('come as a workbook, and are told where the system is shown', async () => {
    const context = await aRegister();
    const rows = await rowsOf(plansWorkbook(context, the(context, 'ciso'), query()));
    expect(rows).toHaveLength(4);
    expect(rows[1]?.slice(0, 3)).toEqual(['Bofællesskab', 'Nødprocedure', 'Journalen']);
    expect(planReferencesTo(context, 'journal', 'da')).toContainEqual({
      ...{ kind: 'plan', path: '/contingency/plans/nord' },
      title: 'Nødprocedure: Åben pleje (Center for nord)',
    });
  });
});
