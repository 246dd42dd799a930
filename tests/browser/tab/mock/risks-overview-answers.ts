import type { z } from 'zod';
import type { overviewContract, registerContract, RiskRow } from '../../../../api/risks/contract.ts';
import { centres, refAt } from './people.ts';
import { assetTitles, at, groupOf, isOf, risks, sortValue, type Query } from './risks-rows.ts';
import { cellsOf, levelsOf, markOf, movesOf, scale } from './risks-scale.ts';

type Contract = typeof overviewContract & typeof registerContract;
type Answer<Name extends keyof Contract> = Contract[Name] extends { answer: infer Schema extends z.ZodType }
  ? z.input<Schema>
  : never;
type SavedView = Answer<'GET /api/risks/saved-views'>['views'][number];

const freshness = { asOf: '2026-11-24T09:12:00.000Z', stale: false };
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
        ...(own.length > 0 ? { level: markOf(4 - (position % 5)), ownLevel: markOf(1) } : {}),
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
        ...{ code, severity, text: `${at(assetTitles, number)} mangler det.`, title: at(assetTitles, number) },
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
  'GET /api/risks/saved-views': () => ({ views: state.views, abilities: { save: true } }),
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
