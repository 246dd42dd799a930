import type { PlanCoverageView, PlanRow } from '../../../api/contingency/contract.ts';

export type PlanState = PlanRow['state'];
export type PlanKind = PlanRow['kind'];
export type CoverageState = PlanCoverageView['systems'][number]['cells'][number]['state'];
export type TestStatus = PlanRow['testing']['status'];

export const planKinds = ['emergencyProcedure', 'restorePlan'] as const satisfies readonly PlanKind[];
/** States that the list can be narrowed to; the rest is history and stands with each plan. */
export const shownStates = [
  'valid',
  'expired',
  'draft',
  'waiting',
  'returned',
  'rejected',
  'retired',
] as const satisfies readonly PlanState[];
export const testStatuses = ['never', 'overdue', 'due', 'current'] as const satisfies readonly TestStatus[];
/** What a centre may have of a system, what is lacking first. */
export const coverageStates = [
  'missing',
  'expired',
  'draft',
  'waiting',
  'valid',
  'notUsed',
] as const satisfies readonly CoverageState[];
