import type { Context } from '../../api/context.ts';
import { overviewQuery, type OverviewQuery } from '../../api/contingency/contract.ts';
import { dependenciesView } from '../../api/contingency/overview/dependencies-view.ts';
import { overviewView } from '../../api/contingency/overview/overview-view.ts';
import { AssetRecovery, consolidation, CriticalServices } from '../../api/critical-services/index.ts';
import { Assets } from '../../api/assets/index.ts';
import type { Actor } from '../../api/kernel/index.ts';
import { aContingencyMunicipality, type ContingencySize } from './contingency-world.ts';
import { milliseconds, number, percentile, print, spread, times, type Figure } from './figures.ts';
import { timed, type Took } from './timed.ts';

const goal: ContingencySize = { systems: 2_000, dependencies: 20_000, services: 300, centres: 60 };
const doubled = ({ systems, dependencies, services, centres }: ContingencySize): ContingencySize => ({
  ...{ systems: systems * 2, dependencies: dependencies * 2, services: services * 2, centres },
});
/** Timed answers of each kind. */
const answers = 200;
const goalMs = 50;

type Asked = Partial<Record<keyof OverviewQuery, string>>;
/** Realistic queries, in sequence. */
const filters: readonly Asked[] = [
  {},
  { centreId: 'mine' },
  { centreId: 'centre-7', sort: 'mtd' },
  { kind: 'workProcess', sort: 'title' },
  { gap: 'noPlan' },
  { testing: 'notInAYear', sort: 'nextTest', descending: 'true' },
  { rung: '24', sort: 'centre' },
  { plan: 'valid', sort: 'recovery', limit: '500' },
  { q: 'system 4' },
];

type Measured = Record<'overview' | 'dependencies' | 'figuresAfter' | 'figuresAfterAsset' | 'overviewAfter', Took>;

async function measure(size: ContingencySize): Promise<Measured> {
  const { context, ciso, isk } = await aContingencyMunicipality(size);
  const asker = (turn: number): Actor => (turn % 2 === 0 ? isk : ciso);
  const overview = (turn: number) =>
    JSON.stringify(overviewView(context, asker(turn), overviewQuery.parse(filters[turn % filters.length])));
  const dependencies = (turn: number) =>
    JSON.stringify(
      dependenciesView(
        context,
        asker(turn),
        turn % 2 === 0
          ? { service: `service-${(turn * 7) % size.services}` }
          : { asset: `asset-${(turn * 13) % size.systems}` },
      ),
    );
  return {
    overview: await timed(answers, overview),
    dependencies: await timed(answers, dependencies),
    figuresAfter: await timed(
      answers,
      () => consolidation(context),
      (turn) => changeService(context, size, turn),
    ),
    figuresAfterAsset: await timed(
      answers,
      () => consolidation(context),
      (turn) => changeAsset(context, size, turn),
    ),
    overviewAfter: await timed(answers, overview, (turn) => changeRecovery(context, size, turn)),
  };
}

/** A shorter accepted downtime, so that every figure is recomputed. */
async function changeService(context: Context, { services }: ContingencySize, turn: number): Promise<void> {
  await context
    .list(CriticalServices)
    .update(`service-${(turn * 13) % services}`, ({ mtd = 24 }) => ({ mtd: mtd === 4 ? 24 : 4 }));
}
/** One dependency less, so that the graph is rebuilt too. */
async function changeAsset(context: Context, { systems }: ContingencySize, turn: number): Promise<void> {
  await context.list(Assets).update(`asset-${(turn * 17) % systems}`, ({ dependsOn }) => ({
    dependsOn: [...dependsOn.slice(1), ...dependsOn.slice(0, 1)],
  }));
}
async function changeRecovery(context: Context, { systems }: ContingencySize, turn: number): Promise<void> {
  await context
    .list(AssetRecovery)
    .update(`asset-${(turn * 19) % systems}`, ({ promise = 8 }) => ({ promise: promise === 8 ? 12 : 8 }));
}

/** The overview of vital systems from memory, and after changes, compared with twice the size. */
export async function measureContingency(): Promise<void> {
  const once = await measure(goal);
  const twice = await measure(doubled(goal));
  const row = (what: string, kind: keyof Measured): Figure => {
    const { clock, processor } = once[kind];
    const more = twice[kind];
    const [p99, own] = [percentile(clock, 99), percentile(processor, 99)];
    const ratio = times(percentile(more.processor, 50), percentile(processor, 50));
    return {
      what,
      figure: spread(clock),
      beside: `${p99 < goalMs ? 'within' : 'MORE THAN'} ${milliseconds(goalMs)}; own processor time p99 ${milliseconds(own)}; twice the size ${ratio}, p99 ${milliseconds(percentile(more.clock, 99))}`,
    };
  };
  const { systems, dependencies, services, centres } = goal;
  print(
    `Contingency: ${number(systems)} systems, ${number(dependencies)} dependencies, ${services} services, ${centres} centres in memory`,
    [
      row('the overview, varied filters, as text', 'overview'),
      row('the dependencies of a service or a system, as text', 'dependencies'),
      row('all figures right after a change of one service', 'figuresAfter'),
      row('all figures right after a change of one system', 'figuresAfterAsset'),
      row('the overview right after a change of one system’s figures', 'overviewAfter'),
    ],
  );
}
