import type { z } from 'zod';
import type {
  contingencyOverviewContract,
  GapView,
  LadderItem,
  VitalRow,
} from '../../../../api/contingency/contract.ts';
import { services, systems, type Service, type System } from './contingency-systems.ts';
import { centres } from './people.ts';

type Contract = typeof contingencyOverviewContract;
type Answer<Name extends keyof Contract> = Contract[Name] extends { answer: infer Schema extends z.ZodType }
  ? z.input<Schema>
  : never;
type Overview = Answer<'GET /api/contingency/overview'>;
type Dependencies = Answer<'GET /api/contingency/dependencies'>;

const freshness = { asOf: '2026-11-24T09:12:00.000Z', stale: false };
const points = [1, 4, 24, 72, 168, 336];

const idOf = (list: readonly { key: string }[], key: string): string =>
  list === services ? `service:${key}` : `asset:${key}`;
const titleOf = (key: string) => [...services, ...systems].find((one) => one.key === key)?.title ?? key;
const ref = (key: string) => {
  const system = systems.find((one) => one.key === key);
  return { key, title: titleOf(key), kind: system?.kind ?? ('system' as const) };
};
const pathOf = (gap: GapView['gap'], key: string) =>
  gap === 'noPlan' ? `/contingency/plans?begin=emergencyProcedure&asset=${key}` : `/contingency/systems/${key}`;
const gapsOf = ({ key, gaps }: { key: string; gaps: GapView['gap'][] }): GapView[] =>
  gaps.map((gap) => ({ gap, path: pathOf(gap, key) }));
const mtdOf = ({ mtd, by, through = [] }: System) =>
  mtd === undefined || by === undefined
    ? {}
    : {
        mtd: {
          hours: mtd,
          decidedBy: { kind: 'service' as const, service: { key: by, title: titleOf(by) } },
          through: through.map(ref),
        },
      };

const rowOf = (system: System): VitalRow => ({
  asset: ref(system.key),
  basis: system.mtd === undefined ? 'register' : 'derived',
  centres: system.centres.flatMap((place) => centres[place] ?? []),
  ...mtdOf(system),
  plan: {
    state: system.covered < system.centres.length ? 'missing' : 'valid',
    ...{ covered: system.covered, of: system.centres.length },
  },
  ...(system.kind ? {} : { restorePlan: { state: system.gaps.includes('noRestorePlan') ? 'missing' : 'valid' } }),
  ...(system.testing ? { testing: system.testing } : {}),
  gaps: gapsOf(system),
});

const rungOf = (mtd: number | undefined) =>
  mtd === undefined ? 'unknown' : String(points.find((point) => mtd <= point) ?? 'beyond');
function itemOf(one: Service | System): LadderItem {
  const about = {
    key: one.key,
    title: one.title,
    gaps: one.gaps.length,
    ...(one.mtd === undefined ? {} : { mtd: one.mtd }),
  };
  if (!('covered' in one)) return { kind: 'service', ...about };
  const { testing, covered, centres: used } = one;
  const some = covered === 0 ? 'missing' : 'partly';
  return {
    ...{ kind: one.kind ?? 'system', ...about },
    plan: covered === used.length ? 'valid' : some,
    ...(testing ? { test: testMarkOf(testing) } : {}),
  };
}

const testMarkOf = ({ inAYear, standing }: NonNullable<System['testing']>) => {
  if (!inAYear) return 'missing' as const;
  return standing === 'current' ? ('valid' as const) : ('partly' as const);
};

/** The overview as the API answers it. */
export function contingencyOverviewOf(query: URLSearchParams): Overview {
  const of = (name: string) => query.get(name);
  const about = systems.filter(
    ({ title, kind, centres: used }) =>
      title.toLowerCase().includes((of('q') ?? '').toLowerCase()) &&
      (of('kind') === null || (kind ?? 'system') === of('kind')) &&
      (of('centreId') === null ||
        used.some((place) => centres[place]?.id === (of('centreId') === 'mine' ? 'c1' : of('centreId')))),
  );
  const found = about.filter(
    (one) =>
      (of('gap') === null || one.gaps.some((gap) => gap === of('gap'))) &&
      (of('rung') === null || rungOf(one.mtd) === of('rung')) &&
      (of('plan') === null || rowOf(one).plan.state === of('plan')) &&
      (of('testing') === null ||
        (of('testing') === 'notInAYear' ? one.testing?.inAYear === false : one.testing?.standing === of('testing'))),
  );
  const order = (one: System) => (of('sort') === 'title' ? 0 : -one.gaps.length);
  const sorted = [...found].sort(
    (one, other) => order(one) - order(other) || one.title.localeCompare(other.title, 'da'),
  );
  if (of('descending') === 'true') sorted.reverse();
  const gaps = [...new Set(about.flatMap((one) => one.gaps))];
  const standing = [...(of('kind') === null && of('centreId') === null ? services : []), ...about];
  const rungs = [...points.map(String), 'unknown'];
  return {
    counts: {
      vital: about.length,
      noPlan: about.filter((one) => one.gaps.includes('noPlan')).length,
      notInAYear: about.filter(({ testing }) => testing && !testing.inAYear).length,
      withGaps: about.filter((one) => one.gaps.length > 0).length,
      services: services.length,
      total: found.length,
    },
    gaps: gaps.map((gap) => ({
      gap: gap as Overview['gaps'][number]['gap'],
      count: about.filter((one) => one.gaps.includes(gap)).length,
    })),
    ladder: rungs.map((rung) => {
      const here = standing.filter(({ mtd }) => rungOf(mtd) === rung);
      return {
        ...{ rung, kind: rung === 'unknown' ? ('unknown' as const) : ('within' as const) },
        ...(rung === 'unknown' ? {} : { hours: Number(rung) }),
        services: here.filter((one) => !('covered' in one)).length,
        systems: here.filter((one) => 'covered' in one).length,
        withGaps: here.filter((one) => one.gaps.length > 0).length,
        items: here.map(itemOf),
      };
    }),
    rows: sorted.map(rowOf),
    ...{ centres, mine: ['c1'], abilities: { reportDowntime: true, addService: true }, freshness },
  };
}

const layers: Record<string, number> = { visits: 1, journal: 2, identity: 3, network: 4, power: 5 };
const nodeOf = (one: Service | System): Dependencies['nodes'][number] => {
  const isService = !('covered' in one);
  return {
    id: `${isService ? 'service' : 'asset'}:${one.key}`,
    kind: isService ? 'service' : (one.kind ?? 'system'),
    ...{ key: one.key, title: one.title, vital: true, gaps: one.gaps.length },
    ...(one.mtd === undefined ? {} : { mtd: one.mtd, rto: one.mtd / 2, rpo: 1 }),
    layer: isService ? 0 : (layers[one.key] ?? 1),
    deciding: false,
    path: isService ? `/contingency/services/${one.key}` : `/contingency/systems/${one.key}`,
  };
};

/** What is around a service or a system, with the chain that decides. */
export function dependenciesOf(query: URLSearchParams): Dependencies {
  const [service, asset] = [query.get('service'), query.get('asset')];
  const all: (Service | System)[] = [...services, ...systems];
  const needs = new Map(all.map((one) => [nodeOf(one).id, one.needs.map((key) => idOf(systems, key))]));
  const focusId = service === null ? asset && `asset:${asset}` : `service:${service}`;
  if (focusId === null) return { nodes: services.map(nodeOf), edges: [], left: 0, freshness };
  const down = new Set([focusId]);
  for (const id of down) for (const far of needs.get(id) ?? []) down.add(far);
  const up = new Set([focusId]);
  for (const id of up) for (const [near, far] of needs) if (far.includes(id)) up.add(near);
  const shown = new Set([...down, ...up]);
  const system = systems.find(({ key }) => key === asset);
  const way = system?.by
    ? [`service:${system.by}`, ...(system.through ?? []).map((key) => `asset:${key}`), focusId]
    : [];
  const edges = [...needs].flatMap(([from, to]) =>
    shown.has(from)
      ? to
          .filter((far) => shown.has(far))
          .map((far) => ({ from, to: far, deciding: way[way.indexOf(from) + 1] === far && way.includes(from) }))
      : [],
  );
  const focus = all.find((one) => nodeOf(one).id === focusId);
  return {
    focus: {
      ...{ id: focusId, gaps: focus ? gapsOf(focus) : [] },
      ...(system ? { ...mtdOf(system), plan: rowOf(system).plan } : {}),
      ...(system?.testing ? { testing: system.testing } : {}),
    },
    nodes: all
      .map(nodeOf)
      .filter(({ id }) => shown.has(id))
      .map((node) => ({ ...node, deciding: way.includes(node.id) })),
    ...{ edges, left: asset === 'network' ? 3 : 0, freshness },
  };
}

/** What the overview and the dependencies ask for. */
export const contingencyOverviewHandlers = {
  'GET /api/contingency/overview': ({ query }: { query: URLSearchParams }) => contingencyOverviewOf(query),
  'GET /api/contingency/dependencies': ({ query }: { query: URLSearchParams }) => dependenciesOf(query),
};
