import type { ProcedureCoverageView, ProcedureRow } from '../../api/procedures/contract.ts';
import { daysFrom } from '../shared/days.ts';

export type VersionState = ProcedureRow['state'];
export type CoverageState = ProcedureCoverageView['guidelines'][number]['cells'][number]['state'];

/** The writer's next step on a row; none when no action is needed. */
export type NextStep = 'returned' | 'expired' | 'draft' | 'rejected' | 'soon' | 'waiting';
/** Days in which a review is due soon. */
const soonDays = 30;
const order: readonly NextStep[] = ['returned', 'expired', 'draft', 'rejected', 'soon', 'waiting'];

export function nextStep({ state, coming, reviewOn }: ProcedureRow, today: string): NextStep | undefined {
  switch (coming ?? state) {
    case 'returned':
      return 'returned';
    case 'draft':
      return 'draft';
    case 'waiting':
      return 'waiting';
    case 'rejected':
      return 'rejected';
    case 'expired':
      return 'expired';
    case 'valid':
      return reviewOn !== undefined && daysFrom(today, reviewOn) <= soonDays ? 'soon' : undefined;
    case 'superseded':
    case 'retired':
      return undefined;
  }
}

/** Rows that need action, most urgent first. */
export function withNextStep(rows: readonly ProcedureRow[], today: string): { row: ProcedureRow; step: NextStep }[] {
  return rows
    .flatMap((row) => {
      const step = nextStep(row, today);
      return step ? [{ row, step }] : [];
    })
    .sort((one, other) => order.indexOf(one.step) - order.indexOf(other.step));
}

/** A centre's coverage of a guideline, most lacking first. */
export const coverageStates = [
  'missing',
  'expired',
  'draft',
  'waiting',
  'valid',
] as const satisfies readonly CoverageState[];
