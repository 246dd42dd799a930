import type { PlanCoverageView } from '../../../../api/contingency/contract.ts';
import { systems } from './contingency-systems.ts';
import { centres } from './people.ts';

type State = PlanCoverageView['systems'][number]['cells'][number]['state'];

/** The covered centres of a system come first; what is lacking is missing, or on its way in the third of them. */
const stateAt = (place: number, covered: number): State => {
  if (place < covered) return place === 1 ? 'expired' : 'valid';
  return (['missing', 'missing', 'draft', 'waiting'] as const)[place % 4] ?? 'missing';
};

/** Vital systems by centre, as the overview knows them. */
export function coverage(): PlanCoverageView {
  const rows = systems.map((system): PlanCoverageView['systems'][number] => {
    const cells = centres.map((_, position) => {
      const place = system.centres.indexOf(position);
      const state = place < 0 ? ('notUsed' as const) : stateAt(place, system.covered);
      const has = state !== 'notUsed' && state !== 'missing';
      return { state, shared: system.centres.length > 4 && has, ...(has ? { planKey: 'home' } : {}) };
    });
    const lacksRestore = system.gaps.includes('noRestorePlan');
    return {
      asset: { key: system.key, title: system.title, kind: system.kind ?? 'system' },
      ...(system.mtd === undefined ? {} : { mtd: system.mtd }),
      missing: cells.filter(({ state }) => ['missing', 'draft', 'waiting'].includes(state)).length,
      cells,
      restorePlan: restoreOf(system.kind !== undefined, lacksRestore),
    };
  });
  const cells = rows.flatMap((row) => row.cells).filter(({ state }) => state !== 'notUsed');
  const covered = cells.filter(({ state }) => state === 'valid' || state === 'expired').length;
  return {
    ...{ centres, systems: rows.toSorted((one, other) => other.missing - one.missing) },
    ...{ counts: { cells: cells.length, covered }, mine: ['c1'], writes: ['c1', 'c2'] },
    freshness: { asOf: '2026-11-24T09:12:00.000Z', stale: false },
  };
}

function restoreOf(isProcess: boolean, lacks: boolean): PlanCoverageView['systems'][number]['restorePlan'] {
  if (isProcess) return { state: 'notUsed' };
  return lacks ? { state: 'missing' } : { state: 'valid', planKey: 'home' };
}
