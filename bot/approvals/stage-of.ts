import type { ApprovalRequest, Stage } from '../../api/approvals/index.ts';

/** What a card is about: one stage of one round. */
export interface StageOf {
  request: ApprovalRequest;
  stage: Stage;
  /** Counts from 1. */
  number: number;
}
