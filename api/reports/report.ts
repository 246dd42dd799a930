import type { ApprovalRequest, StagePlan } from '../approvals/index.ts';
import type { reportStates } from './vocabulary.ts';

export type ReportState = (typeof reportStates)[number];

/** A report is changed and submitted in turn (`oneAtATime`): what is decided is what becomes tasks. */
export const reportTurn = (key: string): string => `report ${key}`;
export const reportSubject = 'yearlyReport';
export const reportKeyOf = (year: number): string => `aarsrapport-${year}`;
export const reportPath = (key: string): string => `/figures/reports/${key}`;
/** The plan of its decisions. */
export const reportPlanKey = (key: string): string => `report-${key}`;

/** The committee prepares it, Direktionen decides (R11, R12). */
export const reportWay: readonly StagePlan[] = [
  { body: 'securityCommittee', rule: 'quorum', days: 14 },
  { body: 'executiveBoard', rule: 'quorum', days: 21 },
];

/** A report's state: by its latest request. */
export function reportState(request: Pick<ApprovalRequest, 'state'> | undefined): ReportState {
  if (!request || request.state === 'withdrawn') return 'draft';
  return request.state === 'open' ? 'waiting' : request.state;
}

/** One report per year: a rejected one may be changed and resubmitted. */
export const isEditable = (state: ReportState): boolean => state !== 'waiting' && state !== 'approved';
