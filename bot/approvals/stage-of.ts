import type { ApprovalRequest, Stage } from '../../api/approvals/index.ts';

/** Subject of a card: one stage of one round. */
export interface StageOf {
  request: ApprovalRequest;
  stage: Stage;
  /** Counts from 1. */
  number: number;
}
