import { useMutation } from '@tanstack/react-query';
import type { PlanCoverageView } from '../../../api/contingency/contract.ts';
import { download } from '../../shared/api/client.ts';
import { useView } from '../../shared/api/queries.ts';
import { useMe } from '../../shared/me.ts';
import { t } from '../../shared/texts/texts.ts';
import { planPath } from '../shared/contingency-paths.ts';
import type { CoverageState, PlanKind } from './plan-states.ts';

type System = PlanCoverageView['systems'][number];

/** A plan's status in one place: a centre, or for restoring the whole organisation. */
export interface Place {
  key: string;
  title: string;
  system: System;
  state: CoverageState;
  shared: boolean;
  /** Link target: the plan, or its creation. */
  path: string | undefined;
  act: 'open' | 'begin';
  isMine: boolean;
}
export interface CoverageRow {
  system: System;
  /** The restore plan, then one per centre, in column order. */
  places: Place[];
}
export interface Coverage {
  columns: { key: string; title: string; isMine: boolean }[];
  rows: CoverageRow[];
}

export const restoreKey = 'restorePlan';

export const useCoverage = () => useView('GET /api/contingency/coverage', {});

export const useCoverageWorkbook = () =>
  useMutation({ mutationFn: () => download('GET /api/contingency/coverage.xlsx', {}) });

/** Whether the reader edits the whole organisation's plans; a system's owner creates its restore plan from its page. */
export const useKeepsAll = (): boolean => useMe().data?.abilities.keepAll === true;

const beginPath = (kind: PlanKind, assetKey: string, centreId?: string): string => {
  const query = new URLSearchParams({ begin: kind, asset: assetKey, ...(centreId ? { centre: centreId } : {}) });
  return `/contingency/plans?${query}`;
};

const waysOf = (planKey: string | undefined, begin: string | undefined): Pick<Place, 'path' | 'act'> =>
  planKey ? { path: planPath(planKey), act: 'open' } : { path: begin, act: 'begin' };

/** The matrix for display: the reader's own centres first, each cell with its link. */
export function coverageOf(view: PlanCoverageView, keepsAll: boolean): Coverage {
  const { centres, mine, writes } = view;
  const isMine = (id: string) => mine.includes(id);
  const order = centres
    .map((centre, position) => ({ ...centre, position }))
    .sort((one, other) => Number(isMine(other.id)) - Number(isMine(one.id)));
  const rows = view.systems.map((system): CoverageRow => {
    const local = order.map(({ id, title, position }): Place => {
      const cell = system.cells[position] ?? { state: 'notUsed' as const, shared: false };
      const begins = cell.state === 'missing' && writes.includes(id);
      return {
        key: id,
        title,
        system,
        state: cell.state,
        shared: cell.shared,
        isMine: isMine(id),
        ...waysOf(cell.planKey, begins ? beginPath('emergencyProcedure', system.asset.key, id) : undefined),
      };
    });
    return { system, places: [restoreOf(system, keepsAll), ...local] };
  });
  const columns = order.map(({ id, title }) => ({ key: id, title, isMine: isMine(id) }));
  return {
    rows,
    columns: [{ key: restoreKey, title: t('contingencyPlans.coverage.restore'), isMine: false }, ...columns],
  };
}

function restoreOf(system: System, keepsAll: boolean): Place {
  const { state, planKey } = system.restorePlan;
  return {
    key: restoreKey,
    title: t('contingencyPlans.coverage.restore'),
    system,
    state,
    shared: false,
    isMine: false,
    ...waysOf(planKey, state === 'missing' && keepsAll ? beginPath('restorePlan', system.asset.key) : undefined),
  };
}

/** A cell in words: system, place, status, and the effect of pressing it. */
export function placeWords({ system, title, state, shared, path, act }: Place): string {
  const status = t(`contingency.coverage.${state}`);
  const words = t('contingencyPlans.coverage.cell', {
    system: system.asset.title,
    place: title,
    state: shared ? `${status}, ${t('contingencyPlans.coverage.shared')}` : status,
  });
  return path === undefined
    ? words
    : t('contingencyPlans.coverage.cellAct', { cell: words, act: t(`contingencyPlans.coverage.acts.${act}`) });
}

/** The centre with most plans missing; undefined without any. */
export function mostMissing({ rows, columns }: Coverage): string | undefined {
  const lacking = columns
    .map(({ key, title }, position) => ({
      title,
      count: key === restoreKey ? 0 : rows.filter(({ places }) => isLacking(places[position])).length,
    }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count);
  return lacking[0]?.title;
}

/** Used there, and without a plan in force. */
export const isLacking = (place: Pick<Place, 'state'> | undefined): boolean =>
  place !== undefined && (place.state === 'missing' || place.state === 'draft' || place.state === 'waiting');
