import type { HandOverView, ObligationRow } from '../../../../api/obligations/contract.ts';

/** A debt before leave and hand-over have moved it. */
export interface Debt {
  key: string;
  kind: string;
  title: string;
  due: string;
  owner: number;
  done?: boolean;
  passed?: ObligationRow['passed'];
}

/** What changes while a test presses buttons. */
export interface ObligationsState {
  debts: Debt[];
  handOvers: HandOverView[];
  absences: Map<string, { from: string; to?: string | undefined }>;
}
