import { useMutation } from '@tanstack/react-query';
import type { ProcedureCoverageView } from '../../api/procedures/contract.ts';
import { download } from '../shared/api/client.ts';
import { useView } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';

export type GuidelineRow = ProcedureCoverageView['guidelines'][number];
export type CentreRow = ProcedureCoverageView['centres'][number];
export type Cell = GuidelineRow['cells'][number];

export const useProcedureCoverage = () => useView('GET /api/procedure-coverage', {});

export const useCoverageWorkbook = () =>
  useMutation({ mutationFn: () => download('GET /api/procedure-coverage.xlsx', {}) });

/** A centre's coverage of a guideline; without any it is missing. */
export const cellOf = (guideline: GuidelineRow, centreId: string): Cell =>
  guideline.cells.find((cell) => cell.centreId === centreId) ?? { centreId, state: 'missing', act: 'none' };

/** Target of a cell: to create, continue or review it. */
export function pathOfCell(guideline: GuidelineRow, { act, centreId, procedureKey }: Cell): string | undefined {
  if (act === 'make')
    return `/procedures/new?guideline=${encodeURIComponent(guideline.key)}&centre=${encodeURIComponent(centreId)}`;
  if (procedureKey === undefined) return undefined;
  const path = `/procedures/${encodeURIComponent(procedureKey)}`;
  return act === 'renew' ? `${path}?act=renew` : path;
}

/** A cell in words: guideline, centre, status, and the effect of pressing it. */
export function cellWords(guideline: GuidelineRow, centre: CentreRow, cell: Cell): string {
  const words = t('procedures.coverage.cellLabel', {
    guideline: guideline.title,
    centre: centre.title,
    state: t(`procedures.cell.${cell.state}`),
  });
  if (pathOfCell(guideline, cell) === undefined) return words;
  const act = t(`procedures.coverage.acts.${cell.act === 'none' ? 'open' : cell.act}`);
  return t('procedures.coverage.cellAct', { cell: words, act });
}

/** Centres by number missing, most first. */
export const byMissing = (centres: readonly CentreRow[]): CentreRow[] =>
  [...centres].sort(
    (one, other) => other.needed - other.valid - (one.needed - one.valid) || one.percent - other.percent,
  );
