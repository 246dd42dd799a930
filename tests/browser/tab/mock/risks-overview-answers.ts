import type { z } from 'zod';
import type { overviewContract, registerContract, RiskRow } from '../../../../api/risks/contract.ts';
import { centres, refAt } from './people.ts';
import { cellsOf, levelsOf, markOf, movesOf, scale, standing } from './risks-scale.ts';

type Contract = typeof overviewContract & typeof registerContract;
type Answer<Name extends keyof Contract> = Contract[Name] extends { answer: infer Schema extends z.ZodType }
  ? z.input<Schema>
  : never;
type SavedView = Answer<'GET /api/risks/saved-views'>['views'][number];

const freshness = { asOf: '2026-11-24T09:12:00.000Z', stale: false };
const threats = [
  'Uvedkommende får adgang til borgernes oplysninger',
  'Systemet er nede i mere end en dag',
  'En medarbejder sender oplysninger til den forkerte',
  'Leverandøren mister data',
  'Adgange bliver ikke lukket, når en medarbejder stopper',
  'Ransomware låser systemet',
  'Oplysninger bliver ændret uden spor',
  'Udstyr med oplysninger bliver stjålet',
];
const assets = [
  'Nexus omsorgssystem',
  'KMD Børn og Voksne',
  'SBSYS',
  'Udlevering af journaler',
  'Aula',
  'Prisme økonomi',
  'Hjemmeplejens vagtplan',
  'Geodata og kort',
];
const at = <Item>(items: readonly Item[], position: number): Item => {
  const item = items[position % items.length];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
};
const treatments = ['mitigate', 'accept', 'transfer', 'avoid', 'none'] as const;
const acceptances = ['none', 'waiting', 'accepted', 'stale', 'none', 'expired'] as const;

const lower = (step: number, by: number) => Math.max(1, step - by);

/** A believable risk, the same at every run. Every fourth has no plan, and so no target of its own. */
export function aRisk(position: number): RiskRow {
  const [consequence, likelihood] = [1 + ((position * 7 + 3) % 4), 1 + ((position * 5 + (position % 3)) % 4)];
  const now = [lower(consequence, position % 3 === 0 ? 1 : 0), lower(likelihood, position % 2)] as const;
  const target = [lower(now[0], position % 4 === 1 ? 1 : 0), lower(now[1], position % 4 === 0 ? 0 : 1)] as const;
  const number = Math.floor(position / threats.length);
  const treatment = at(treatments, position);
  const overdue = position % 11 === 0 ? 1 : 0;
  return {
    key: `r${position}`,
    title: at(threats, position),
    asset: {
      key: `a${number}`,
      title:
        number < assets.length ? at(assets, number) : `${at(assets, number)} ${Math.floor(number / assets.length) + 1}`,
      kind: number % 4 === 3 ? 'workProcess' : 'system',
    },
    centre: at(centres, number),
    owner: refAt(number * 3 + 1),
    stages: {
      inherent: standing(consequence, likelihood),
      current: standing(...now),
      target: standing(...target),
    },
    ...(treatment === 'none' ? {} : { treatment }),
    actions: { open: position % 3, overdue, done: position % 2, ...(overdue ? { nextDue: '2026-11-03' } : {}) },
    acceptance: { state: at(acceptances, position), ...(position % 6 === 2 ? { until: '2027-05-01' } : {}) },
    controls: position % 5,
    assessedOn: '2026-03-14',
    reviewOn: '2027-03-14',
  };
}
export const risks = (count: number): RiskRow[] => Array.from({ length: count }, (_, position) => aRisk(position));

export interface RisksState {
  rows: RiskRow[];
  views: SavedView[];
}
export const freshRisks = (): RisksState => ({
  rows: risks(64),
  views: [
    {
      ...{ key: 'v1', title: 'Åbne handlinger i hele kommunen', shared: true, mine: false, by: refAt(40) },
      query: 'overdue=true&sort=asset&descending=false',
    },
  ],
});

type Query = URLSearchParams;
const isOf = (row: RiskRow, query: Query): boolean => {
  const is = (name: string, ...values: (string | undefined)[]) => {
    const wanted = query.get(name);
    return wanted === null || values.includes(wanted);
  };
  const centre = query.get('centreId') === 'mine' ? 'c1' : query.get('centreId');
  const q = (query.get('q') ?? '').toLowerCase();
  const { stages } = row;
  const cells = (['inherent', 'current', 'target'] as const).map(
    (stage) => `${stage}.${stages[stage]?.consequence}.${stages[stage]?.likelihood}`,
  );
  return (
    (centre === null || row.centre?.id === centre) &&
    is('kind', row.asset.kind) &&
    is('ownerId', row.owner?.id) &&
    is('treatment', row.treatment ?? 'none') &&
    is('acceptance', row.acceptance.state) &&
    is('cell', ...cells) &&
    is('level', String(levelsOf(scale).findIndex(({ word }) => word === stages.current?.level.word))) &&
    (query.get('overdue') !== 'true' || row.actions.overdue > 0) &&
    `${row.title} ${row.asset.title}`.toLowerCase().includes(q)
  );
};

const sortValue = (row: RiskRow, sort: string): string | number => {
  switch (sort) {
    case 'asset':
      return row.asset.title;
    case 'centre':
      return row.centre?.title ?? '';
    case 'owner':
      return row.owner?.name ?? '';
    case 'inherent':
    case 'current':
    case 'target':
      return row.stages[sort]?.level.severity ?? -1;
    default:
      return row.title;
  }
};
const groupOf = (row: RiskRow, group: string): [key: string, title: string] => {
  switch (group) {
    case 'asset':
      return [row.asset.key, row.asset.title];
    case 'centre':
      return [row.centre?.id ?? '', row.centre?.title ?? ''];
    case 'level':
      return [row.stages.current?.level.word ?? '', row.stages.current?.level.word ?? ''];
    default:
      return [row.treatment ?? 'none', row.treatment ?? 'none'];
  }
};

/** The register as the API answers it, of the given rows. */
export function registerOf(rows: readonly RiskRow[], query: Query): Answer<'GET /api/risks/register'> {
  const sort = query.get('sort') ?? 'current';
  const sign = (query.get('descending') ?? 'true') === 'true' ? -1 : 1;
  const compare = (one: string | number, other: string | number) =>
    typeof one === 'number' && typeof other === 'number' ? one - other : String(one).localeCompare(String(other), 'da');
  const group = query.get('group');
  const keyOf = (row: RiskRow) => (group ? groupOf(row, group)[1] : '');
  const found = rows
    .filter((row) => isOf(row, query))
    .sort(
      (one, other) => compare(keyOf(one), keyOf(other)) || sign * compare(sortValue(one, sort), sortValue(other, sort)),
    );
  const groups = new Map<string, RiskRow[]>();
  if (group) for (const row of found) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  const offset = Number(query.get('offset') ?? 0);
  return {
    rows: found.slice(offset, offset + Number(query.get('limit') ?? 100)),
    total: found.length,
    groups: [...groups].map(([title, members]) => ({
      key: title,
      title,
      count: members.length,
      worst: members.map(({ stages }) => stages.current?.level).find((level) => level !== undefined),
    })),
    levels: levelsOf(scale),
    centres,
    owners: Array.from({ length: 8 }, (_, position) => refAt(position * 3 + 1)),
    mine: ['c1'],
    freshness,
  };
}

const monthsBack = (count: number) =>
  Array.from({ length: count }, (_, position) => {
    const number = 2026 * 12 + 10 - (count - 1 - position);
    return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
  });

export function overviewOf(rows: readonly RiskRow[], query: Query): Answer<'GET /api/risks/overview'> {
  const found = rows.filter((row) => isOf(row, query));
  const levels = levelsOf(scale);
  const having = (word: string, stage: 'inherent' | 'current' | 'target') =>
    found.filter(({ stages }) => stages[stage]?.level.word === word).length;
  const worst = [...found].sort(
    (one, other) => (other.stages.current?.level.severity ?? 0) - (one.stages.current?.level.severity ?? 0),
  );
  return {
    ...{ scale, cells: cellsOf(found), moves: movesOf(found), total: found.length, otherScale: 3 },
    levels: levels.map((level) => ({
      ...level,
      inherent: having(level.word, 'inherent'),
      current: having(level.word, 'current'),
      target: having(level.word, 'target'),
    })),
    top: worst.slice(0, 10),
    overdueActions: found
      .filter(({ actions }) => actions.overdue > 0)
      .slice(0, 5)
      .map(({ key, asset, owner }, position) => ({
        ...{
          riskKey: key,
          title: at(['Slå totrinslogin til', 'Aftal beredskab med leverandøren', 'Gennemgå adgange'], position),
        },
        ...{ asset, owner, due: '2026-11-03', daysLate: 21 },
      })),
    overdueActionCount: found.filter(({ actions }) => actions.overdue > 0).length,
    dueAssessments: [
      { asset: { key: 'a20', title: 'Skolernes bookingsystem', kind: 'system' }, centre: centres[2], standing: 'none' },
      {
        ...{ asset: { key: 'a21', title: 'Visitation', kind: 'workProcess' }, centre: centres[0], owner: refAt(4) },
        ...{ reviewOn: '2026-10-01', standing: 'overdue' },
      },
      {
        ...{ asset: { key: 'a22', title: 'Byggesager', kind: 'system' }, owner: refAt(8) },
        ...{ reviewOn: '2026-12-12', standing: 'due' },
      },
    ],
    dueAssessmentCount: 3,
    movement: {
      since: '2025-11',
      levels: levels.map(({ word, severity }, position) => ({
        ...{ word, severity, now: having(word, 'current') },
        before: Math.max(0, having(word, 'current') + [-4, 3, 0, -2, 1][position]!),
      })),
    },
    findings: { error: 2, warning: 5, info: 1 },
    assets: { total: 12, assessed: 8, missing: 4 },
    centres,
    owners: Array.from({ length: 8 }, (_, position) => refAt(position * 3 + 1)),
    mine: ['c1'],
    abilities: { addAsset: true, import: true, editScales: true },
    freshness,
  };
}

function trend(rows: readonly RiskRow[]): Answer<'GET /api/risks/trend'> {
  const levels = levelsOf(scale);
  return {
    months: monthsBack(13).map((month, position) => {
      const counts = levels.map((level, place) => ({
        ...level,
        count: 4 + ((position * (place + 2) + place * 5) % 9) + (place < 2 ? 8 : 0),
      }));
      return { month, frozen: position < 12, levels: counts, total: counts.reduce((sum, { count }) => sum + count, 0) };
    }),
    centres: centres.map((centre, position) => {
      const own = rows.filter((row) => row.centre?.id === centre.id);
      return {
        ...{ centre, risks: own.length, assets: 1 + (position % 4), missing: position % 3 },
        ...(own.length > 0 ? { level: markOf(4 - (position % 5)) } : {}),
      };
    }),
    freshness,
  };
}

const rules = [
  [
    'vitalWithoutAssessment',
    'error',
    'Vitale systemer skal være vurderet. Uden ved ingen, hvad der sker, når de svigter.',
  ],
  ['noOwner', 'warning', 'Et aktiv skal have en ejer, som svarer for det.'],
  ['stale', 'info', 'Vurderingen er ældre end to år.'],
] as const;

function checks(query: Query): Answer<'GET /api/risks/checks'> {
  const wanted = query.get('severity');
  const groups = rules
    .filter(([, severity]) => wanted === null || severity === wanted)
    .map(([code, severity, text], position) => ({
      ...{ code, severity, text },
      findings: Array.from({ length: 2 + position * 6 }, (_, number) => ({
        ...{ code, severity, text: `${at(assets, number)} mangler det.`, title: at(assets, number) },
        ...{ path: `/risks/assets/a${number}`, centre: at(centres, number) },
        ...(number % 2 === 0 ? { owner: refAt(number) } : {}),
      })),
    }));
  const count = (severity: string) =>
    groups.filter((group) => group.severity === severity).reduce((sum, { findings }) => sum + findings.length, 0);
  return {
    groups,
    counts: { error: count('error'), warning: count('warning'), info: count('info') },
    ...{ rules: 14, centres, mine: ['c1'], freshness },
  };
}

interface Asked {
  params: Record<string, string>;
  query: Query;
  body: unknown;
}

/** What the overview, the register, the trend and the checks ask for. */
export const riskOverviewHandlers = (state: RisksState) => ({
  'GET /api/risks/overview': ({ query }: Asked) => overviewOf(state.rows, query),
  'GET /api/risks/register': ({ query }: Asked) => registerOf(state.rows, query),
  'GET /api/risks/trend': () => trend(state.rows),
  'GET /api/risks/checks': ({ query }: Asked) => checks(query),
  'GET /api/risks/saved-views': () => ({ views: state.views }),
  'POST /api/risks/saved-views': ({ body }: Asked) => {
    const key = `own${state.views.length}`;
    const sent = body as Pick<SavedView, 'title' | 'query' | 'shared'>;
    state.views.push({ ...sent, key, mine: true, by: refAt(18) });
    return { key };
  },
  'DELETE /api/risks/saved-views/:viewKey': ({ params }: Asked) => {
    const key = params['viewKey'] ?? '';
    state.views = state.views.filter((view) => view.key !== key);
    return { key };
  },
});
