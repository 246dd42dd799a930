import type { ProcedureCoverageView, ProcedureRow } from '../../api/procedures/contract.ts';
import { daysFrom } from '../shared/days.ts';

export type VersionState = ProcedureRow['state'];
export type CoverageState = ProcedureCoverageView['guidelines'][number]['cells'][number]['state'];

/** What its writer does next about a row; nothing when it can be left alone. */
export type NextStep = 'returned' | 'expired' | 'draft' | 'rejected' | 'soon' | 'waiting';
/** Within so many days a review is something to think of. */
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

/** Rows with something to do about them, what is most in the way first. */
export function withNextStep(rows: readonly ProcedureRow[], today: string): { row: ProcedureRow; step: NextStep }[] {
  return rows
    .flatMap((row) => {
      const step = nextStep(row, today);
      return step ? [{ row, step }] : [];
    })
    .sort((one, other) => order.indexOf(one.step) - order.indexOf(other.step));
}

/** What a centre may have of a guideline, what is lacking first. */
export const coverageStates = [
  'missing',
  'expired',
  'draft',
  'waiting',
  'valid',
] as const satisfies readonly CoverageState[];
