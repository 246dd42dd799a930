import type { PlanCoverageView, PlanRow } from '../../../api/contingency/contract.ts';

export type PlanState = PlanRow['state'];
export type PlanKind = PlanRow['kind'];
export type CoverageState = PlanCoverageView['systems'][number]['cells'][number]['state'];
export type TestStatus = PlanRow['testing']['status'];

export const planKinds = ['emergencyProcedure', 'restorePlan'] as const satisfies readonly PlanKind[];
export const testStatuses = ['never', 'overdue', 'due', 'current'] as const satisfies readonly TestStatus[];
/** A centre's coverage of a system, most lacking first. */
export const coverageStates = [
  'missing',
  'expired',
  'draft',
  'waiting',
  'valid',
  'notUsed',
] as const satisfies readonly CoverageState[];
