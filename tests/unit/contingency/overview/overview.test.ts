import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ladderItems } from '../../../../api/contingency/contract.ts';
import { allVitalRows } from '../../../../api/contingency/index.ts';
import { isOf } from '../../../../api/contingency/overview/filter-entries.ts';
import { overviewWorkbook } from '../../../../api/contingency/overview/overview-workbook.ts';
import { vitalEntries } from '../../../../api/contingency/overview/vital-entries.ts';
import { rungName } from '../../../../api/contingency/overview/rungs.ts';
import { Assets } from '../../../../api/assets/index.ts';
import { AssetRecovery, CriticalServices } from '../../../../api/critical-services/index.ts';
import { Centres } from '../../../../api/organisation/index.ts';
import { centre } from '../../organisation/builders.ts';
import { aPlan, aPlanVersion, aTest, held, inForce } from '../builders.ts';
import { anOverviewWorld } from './overview-world.ts';

/** Three vital systems: one in order, one tested long ago, one without a plan; and one not vital. */
async function aWorld() {
  const world = await anOverviewWorld();
  await world.system('journal', { title: 'Journal' });
  await world.system('care', { title: 'Omsorg', usedBy: [centre('syd')] });
  await world.system('pay', { title: 'Løn', centreId: centre('syd') });
  await world.system('archive', { title: 'Arkiv' });
  await world.service('home', { needs: ['journal'], mtd: 4, rto: 2 });
  await world.service('nursing', { needs: ['care'], mtd: 24 });
  await world.service('wages', { needs: ['pay'], mtd: 72, rto: 24, centreId: centre('syd') });
  await world.service('past', { needs: ['archive'], mtd: 336, rto: 168 });
  await inForce(world.context, aPlan('p1'), aPlanVersion('p1', { centreIds: [] }));
  await held(world.context, aTest('t1'));
  await inForce(
    world.context,
    aPlan('p2', { assetKey: 'care' }),
    aPlanVersion('p2', { centreIds: [], testMonths: 36 }),
    '2025-01-01',
  );
  await held(
    world.context,
    aTest('t2', { planKey: 'p2', assetKey: 'care', startedAt: '2025-06-01T10:00:00.000Z' as never, recovery: 30 }),
  );
  return world;
}
type Asked = Parameters<Awaited<ReturnType<typeof aWorld>>['ask']>[0];

describe('the overview of vital systems', () => {
  it('counts them, and every number is the rows that its filter finds', async () => {
    const { ask } = await aWorld();
    const { counts, gaps } = ask();
    expect(counts).toEqual({ vital: 3, noPlan: 1, notInAYear: 1, withGaps: 3, services: 4, total: 3 });
    const totalOf = (asked: Asked) => ask(asked).counts.total;
    expect(totalOf({ gap: 'noPlan' })).toBe(counts.noPlan);
    expect(totalOf({ testing: 'notInAYear' })).toBe(counts.notInAYear);
    for (const { gap, count } of gaps) expect(totalOf({ gap })).toBe(count);
    for (const { rung, systems } of ask().ladder) expect(totalOf({ rung })).toBe(systems);
  });

  it('finds what has any gap, and what is not tested in time and passed', async () => {
    const { ask, context } = await aWorld();
    expect(ask({ gap: 'any' }).counts.total).toBe(ask().counts.withGaps);
    expect(ask({ testing: 'lacking' }).rows.map(({ asset }) => asset.key)).toEqual(['pay']);
    for (const entry of vitalEntries(context).values()) {
      const inOrder = { ...entry, row: { ...entry.row, gaps: [] } };
      expect(isOf(inOrder, { gap: 'any' }, [])).toBe(false);
    }
  });

  it('puts what lacks most first, and says who decides a figure', async () => {
    const { ask } = await aWorld();
    const { rows } = ask();
    expect(rows.map(({ asset }) => asset.key)).toEqual(['pay', 'care', 'journal']);
    expect(rows[1]?.mtd).toEqual({
      hours: 24,
      decidedBy: { kind: 'service', service: { key: 'nursing', title: 'Ydelse nursing' } },
      through: [],
    });
  });

  it('tells of plans and tests: centres covered, last test, and a recovery above the accepted downtime', async () => {
    const { ask } = await aWorld();
    const [care] = ask({ q: 'omsorg' }).rows;
    expect(care?.centres.map(({ id }) => id)).toEqual(['nord', 'syd']);
    expect(care?.plan).toEqual({ state: 'expired', covered: 2, of: 2 });
    expect(care?.testing).toMatchObject({ lastOn: '2025-06-01', recovery: 30, aboveMtd: true, inAYear: false });
    const [pay] = ask({ gap: 'noPlan' }).rows;
    expect(pay?.plan).toEqual({ state: 'missing', covered: 0, of: 1 });
    expect(pay?.testing).toBeUndefined();
    expect(pay?.restorePlan).toEqual({ state: 'missing' });
  });

  it('is narrowed to centres, kinds, plans and tests', async () => {
    const { ask } = await aWorld();
    const keysOf = (asked: Asked, asker?: string) =>
      ask(asked, asker)
        .rows.map(({ asset }) => asset.key)
        .sort();
    expect(keysOf({ centreId: 'syd' })).toEqual(['care', 'pay']);
    expect(keysOf({ centreId: 'mine' }, 'isk')).toEqual(['care', 'journal']);
    expect(ask({ centreId: 'mine' }, 'isk').counts.services).toBe(3);
    expect(keysOf({ kind: 'workProcess' })).toEqual([]);
    expect(ask({ kind: 'system' }).ladder.flatMap(({ items }) => items.map(({ kind }) => kind))).not.toContain(
      'service',
    );
    expect(keysOf({ plan: 'valid' })).toEqual(['journal']);
    expect(keysOf({ testing: 'current' })).toEqual(['care', 'journal']);
    expect(keysOf({ rung: '24' })).toEqual(['care']);
  });

  it.each([
    ['title', ['Journal', 'Løn', 'Omsorg']],
    ['mtd', ['Journal', 'Omsorg', 'Løn']],
    ['centre', ['Journal', 'Omsorg', 'Løn']],
    ['plan', ['Løn', 'Omsorg', 'Journal']],
    ['lastTest', ['Omsorg', 'Journal', 'Løn']],
    ['recovery', ['Journal', 'Omsorg', 'Løn']],
  ] as const)('is ordered by %s, those without a value last', async (sort, titles) => {
    const { ask } = await aWorld();
    expect(ask({ sort }).rows.map(({ asset }) => asset.title)).toEqual(titles);
    const [last] = titles.slice(-1);
    if (sort === 'lastTest') expect(ask({ sort, descending: 'true' }).rows.at(-1)?.asset.title).toBe(last);
  });

  it('is told a page at a time, with all in the workbook', async () => {
    const { ask, context, actor } = await aWorld();
    expect(ask({ limit: '2' }).rows).toHaveLength(2);
    expect(ask({ limit: '2', offset: '2' }).rows).toHaveLength(1);
    expect(allVitalRows(context)).toHaveLength(3);
    const { fileName, bytes } = await overviewWorkbook(context, actor('ciso'), { sort: 'gaps', descending: false });
    expect(fileName).toMatch(/\.xlsx$/);
    expect(bytes.length).toBeGreaterThan(1_000);
  });

  it('offers what the reader may do', async () => {
    const { ask } = await aWorld();
    expect(ask({}, 'isk').abilities).toEqual({ reportDowntime: true, addService: true });
    expect(ask({}, 'anne').abilities).toEqual({ reportDowntime: false, addService: false });
  });
});

describe('the time ladder', () => {
  it('puts every service and vital system on exactly one rung', async () => {
    const { ask } = await aWorld();
    const { ladder, counts } = ask();
    expect(ladder.map(({ rung }) => rung)).toEqual(['1', '4', '24', '72', '168', '336']);
    const items = ladder.flatMap((rung) => rung.items.map(({ kind, key }) => `${rung.rung} ${kind} ${key}`));
    expect(items).toEqual([
      ...['4 service home', '4 system journal', '24 service nursing', '24 system care'],
      ...['72 service wages', '72 system pay', '336 service past'],
    ]);
    const sum = (of: 'services' | 'systems') => ladder.reduce((total, rung) => total + rung[of], 0);
    expect([sum('services'), sum('systems')]).toEqual([counts.services, counts.vital]);
  });

  it('has a rung for what may wait longer and for what nobody has said, only when something stands there', async () => {
    const { ask, service, context } = await aWorld();
    await service('someday', { mtd: 2_000 });
    await service('silent');
    await context.list(CriticalServices).update('silent', () => ({ mtd: undefined }));
    expect(ask().ladder.slice(-2)).toMatchObject([
      { rung: 'beyond', kind: 'beyond', services: 1 },
      { rung: 'unknown', kind: 'unknown', services: 1 },
    ]);
  });

  it('marks what has a plan and a test, what has some of it, and what has none', async () => {
    const { ask } = await aWorld();
    const marks = new Map(ask().ladder.flatMap(({ items }) => items.map((item) => [item.key, [item.plan, item.test]])));
    expect(marks.get('journal')).toEqual(['valid', 'valid']);
    expect(marks.get('care')).toEqual(['partly', 'missing']);
    expect(marks.get('pay')).toEqual(['missing', undefined]);
    expect(marks.get('home')).toEqual([undefined, undefined]);
  });

  it('carries no more of a rung than there is room for, and counts all', async () => {
    const { ask, service } = await anOverviewWorld();
    for (let place = 0; place < ladderItems + 5; place += 1) await service(`s${place}`, { mtd: 4 });
    const rung = ask().ladder.find(({ hours }) => hours === 4);
    expect(rung?.services).toBe(ladderItems + 5);
    expect(rung?.items).toHaveLength(ladderItems);
  });

  it('never puts anything on a shorter rung than it must, whatever the points', () => {
    const rising = fc.uniqueArray(fc.integer({ min: 1, max: 500 }), { minLength: 2, maxLength: 10 });
    fc.assert(
      fc.property(rising, fc.double({ min: 0, max: 900, noNaN: true }), (unsorted, mtd) => {
        const points = unsorted.toSorted((one, other) => one - other);
        const rung = rungName(mtd, points);
        if (rung === 'beyond') expect(points.every((point) => point < mtd)).toBe(true);
        else {
          const place = points.indexOf(Number(rung));
          expect(points[place]).toBeGreaterThanOrEqual(mtd);
          if (place > 0) expect(points[place - 1]).toBeLessThan(mtd);
        }
      }),
    );
  });
});

describe('rows that are kept', () => {
  type World = Awaited<ReturnType<typeof aWorld>>;
  const assets = ['journal', 'care', 'pay', 'archive'];
  const services = ['home', 'nursing', 'wages', 'past'];
  const hours = fc.constantFrom(1, 4, 24, 72, 336);
  /** Each depends on the next, so that figures propagate. */
  async function aChain(): Promise<World> {
    const world = await aWorld();
    for (const [place, key] of assets.entries())
      await world.context.list(Assets).update(key, () => ({ dependsOn: assets.slice(place + 1, place + 2) }));
    return world;
  }
  /** Edits of the lists behind the overview. */
  const change: fc.Arbitrary<(world: World) => Promise<unknown> | void> = fc.oneof(
    fc.tuple(fc.constantFrom(...assets), hours).map(
      ([key, promise]) =>
        ({ context }: World) =>
          context.list(AssetRecovery).update(key, () => ({ promise })),
    ),
    fc.tuple(fc.constantFrom(...assets), hours).map(
      ([key, ownMtd]) =>
        ({ context }: World) =>
          context.list(AssetRecovery).update(key, () => ({ ownMtd })),
    ),
    fc.tuple(fc.constantFrom(...services), hours, fc.subarray(assets)).map(
      ([key, mtd, needs]) =>
        ({ context }: World) =>
          context.list(CriticalServices).update(key, () => ({ mtd, needs })),
    ),
    fc.tuple(fc.constantFrom(...assets), fc.subarray(assets)).map(
      ([key, dependsOn]) =>
        ({ context }: World) =>
          context.list(Assets).update(key, () => ({ dependsOn, title: `${key} ${dependsOn.length}` })),
    ),
    fc.constantFrom('nord', 'syd').map(
      (key) =>
        ({ context }: World) =>
          context.list(Centres).update(key, ({ title }) => ({ title: `${title}!` })),
    ),
    fc.constantFrom('2026-12-01', '2027-07-01').map(
      (date) =>
        ({ setNow }: World) =>
          setNow(`${date}T09:00:00.000Z`),
    ),
  );

  it('say the same as those of an overview that nobody has asked for before', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 12, size: 'max' }), async (changes) => {
        const [asked, unasked] = [await aChain(), await aChain()];
        for (const act of changes) {
          vitalEntries(asked.context);
          await act(asked);
          await act(unasked);
        }
        expect(vitalEntries(asked.context)).toEqual(vitalEntries(unasked.context));
      }),
      { numRuns: 150 },
    );
  });
});
