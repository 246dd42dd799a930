import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Assets } from '../../../../api/assets/index.ts';
import { mostNodes } from '../../../../api/contingency/contract.ts';
import { centresUsing, servicesHitBy } from '../../../../api/contingency/index.ts';
import { dependenciesView } from '../../../../api/contingency/overview/dependencies-view.ts';
import { around, layersOf } from '../../../../api/contingency/overview/graph.ts';
import { AppError } from '../../../../api/kernel/index.ts';
import { People, RoleAssignments } from '../../../../api/organisation/index.ts';
import { anAssignment, aPerson, centre, the } from '../../organisation/builders.ts';
import { aPlan, aPlanVersion, aTest, held, inForce } from '../builders.ts';
import { anOverviewWorld } from './overview-world.ts';

/** care → visit → journal → database → network, and pay → network; the network also needs the database. */
async function aWorld() {
  const world = await anOverviewWorld();
  await world.system('visit', { kind: 'workProcess', dependsOn: ['journal'] });
  await world.system('journal', { dependsOn: ['database'] });
  await world.system('database', { dependsOn: ['network'] });
  await world.system('network', { dependsOn: ['database'] });
  await world.system('payroll', { dependsOn: ['network'] });
  await world.service('care', { needs: ['visit'], mtd: 4 });
  await world.service('pay', { needs: ['payroll'], mtd: 72, centreId: centre('syd') });
  return world;
}
const idsOf = ({ nodes }: { nodes: { id: string }[] }) => nodes.map(({ id }) => id).sort();

describe('dependencies', () => {
  it('of a service are all that it needs, from left to right, and end in a circle', async () => {
    const { context } = await aWorld();
    const view = dependenciesView(context, the(context, 'ciso'), { service: 'care' });
    expect(idsOf(view)).toEqual(['asset:database', 'asset:journal', 'asset:network', 'asset:visit', 'service:care']);
    const layers = Object.fromEntries(view.nodes.map(({ key, layer }) => [key, layer]));
    expect(layers).toEqual({ care: 0, visit: 1, journal: 2, database: 3, network: 4 });
    expect(view.edges).toContainEqual({ from: 'asset:network', to: 'asset:database', deciding: false });
    expect(view.edges.filter(({ deciding }) => deciding)).toHaveLength(4);
  });

  it('of a system are also all that cannot do without it, with the chain that decides its downtime', async () => {
    const { context } = await aWorld();
    const view = dependenciesView(context, the(context, 'ciso'), { asset: 'network' });
    expect(idsOf(view)).toEqual([
      ...['asset:database', 'asset:journal', 'asset:network', 'asset:payroll', 'asset:visit'],
      ...['service:care', 'service:pay'],
    ]);
    expect(view.nodes.filter(({ deciding }) => deciding).map(({ key }) => key)).toEqual(
      expect.arrayContaining(['care', 'visit', 'journal', 'database', 'network']),
    );
    expect(view.nodes.find(({ key }) => key === 'payroll')?.deciding).toBe(false);
    expect(view.focus?.mtd).toMatchObject({
      hours: 4,
      through: [{ key: 'visit' }, { key: 'journal' }, { key: 'database' }],
    });
    expect(view.focus?.gaps[0]).toEqual({
      gap: 'noPlan',
      path: '/contingency/plans?begin=emergencyProcedure&asset=network&centre=nord',
    });
  });

  it('count for another centre no more gaps than its overview shows: how a test went is told by no number either', async () => {
    const world = await aWorld();
    const { context, ask } = world;
    await context.list(People).create(aPerson('other'));
    await context.list(RoleAssignments).create(anAssignment('other', 'coordinator', { centreId: centre('syd') }));
    await inForce(context, aPlan('p1'), aPlanVersion('p1', { centreIds: [] }));
    await held(context, aTest('failed', { passed: false, recovery: 90 }));
    const countOf = (who: string) =>
      dependenciesView(context, the(context, who), { service: 'care' }).nodes.find(({ key }) => key === 'journal')
        ?.gaps;
    const gapsOf = (who: string) =>
      ask({}, who)
        .rows.find(({ asset }) => asset.key === 'journal')
        ?.gaps.map(({ gap }) => gap);
    expect(gapsOf('isk')).toContain('measuredAboveMtd');
    expect(gapsOf('other')).not.toContain('measuredAboveMtd');
    for (const who of ['ciso', 'isk', 'other']) expect([who, countOf(who)]).toEqual([who, gapsOf(who)?.length]);
    // A system's own page shows the overview's data, for every system.
    for (const who of ['ciso', 'isk', 'other'])
      for (const { asset, gaps } of ask({}, who).rows) {
        const page = dependenciesView(context, the(context, who), { asset: asset.key }).focus?.gaps;
        expect([who, asset.key, page]).toEqual([who, asset.key, gaps]);
      }
  });

  it('leave out what is out of use, and what only that led to', async () => {
    const { context } = await aWorld();
    await context.list(Assets).update('journal', () => ({ state: 'retired' }));
    expect(idsOf(dependenciesView(context, the(context, 'ciso'), { service: 'care' }))).toEqual([
      'asset:visit',
      'service:care',
    ]);
    expect(servicesHitBy(context, 'network').map(({ key }) => key)).toEqual(['pay']);
    expect([...centresUsing(context)('network')]).toEqual(['nord', 'syd']);
  });

  it('begin with the services, shortest downtime first, when nothing is asked for', async () => {
    const { context } = await aWorld();
    expect(dependenciesView(context, the(context, 'ciso'), {}).nodes.map(({ id }) => id)).toEqual([
      'service:care',
      'service:pay',
    ]);
  });

  it('say so when there is no such service or system', async () => {
    const { context } = await aWorld();
    expect(() => dependenciesView(context, the(context, 'ciso'), { service: 'gone' })).toThrow(AppError);
    expect(() => dependenciesView(context, the(context, 'ciso'), { asset: 'gone' })).toThrow(AppError);
  });

  it('keep the chain that decides when there is no room for all, and say how many are left out', async () => {
    const { context, system, service } = await anOverviewWorld();
    await system('hub');
    for (const [key, needed] of [
      ['one', 'hub'],
      ['two', 'one'],
      ['three', 'two'],
    ] as const)
      await system(key, { dependsOn: [needed] });
    for (let place = 0; place < mostNodes + 20; place += 1) await system(`user${place}`, { dependsOn: ['hub'] });
    await service('far', { needs: ['three'], mtd: 1 });
    const view = dependenciesView(context, the(context, 'ciso'), { asset: 'hub' });
    expect(view.nodes).toHaveLength(mostNodes);
    expect(view.left).toBe(25);
    for (const key of ['far', 'three', 'two', 'one', 'hub'])
      expect(view.nodes.find((node) => node.key === key)?.deciding).toBe(true);
  });
});

const keys = Array.from({ length: 9 }, (_, place) => `n${place}`);
const aKey = fc.constantFrom(...keys);
const lines = fc.array(fc.tuple(aKey, aKey), { maxLength: 30 });
function graphOf(edges: readonly (readonly [string, string])[]) {
  const of = (from: 0 | 1, to: 0 | 1) => (id: string) => [
    ...new Set(edges.filter((edge) => edge[from] === id).map((edge) => edge[to])),
  ];
  return { needs: of(0, 1), neededBy: of(1, 0) };
}

describe('a graph around a node', () => {
  it('holds everything or as much as there is room for, each once, the begun first', () => {
    fc.assert(
      fc.property(lines, aKey, fc.integer({ min: 1, max: 9 }), (edges, begin, most) => {
        const graph = graphOf(edges);
        const all = around(graph, [begin], [], 99);
        const some = around(graph, [begin], [], most);
        expect(some.ids[0]).toBe(begin);
        expect(new Set(some.ids).size).toBe(some.ids.length);
        expect(some.ids.length + some.left).toBe(all.ids.length);
        expect(some.ids).toEqual(all.ids.slice(0, most));
      }),
    );
  });

  it('is laid out so that lines run from left to right, but for those that close a circle', () => {
    fc.assert(
      fc.property(lines, (edges) => {
        const acyclic = edges.filter(([from, to]) => from < to);
        const layers = layersOf(keys, graphOf(acyclic).needs, () => 0);
        for (const [from, to] of acyclic) expect(layers.get(to)).toBeGreaterThan(layers.get(from) ?? 0);
        const withCircles = layersOf(keys, graphOf(edges).needs, () => 0);
        expect(withCircles.size).toBe(keys.length);
        expect(Math.max(...withCircles.values())).toBeLessThan(keys.length);
      }),
    );
  });
});
