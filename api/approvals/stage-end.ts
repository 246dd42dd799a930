import type { LocalDate } from '../kernel/index.ts';
import type { Stage } from './request-list.ts';
import { stageEnd, type StageEnd } from './stage-rule.ts';
import type { StageSeat } from './stage-seats.ts';

/**
 * How a stage ends without a vote: by the due date, or a change of members. A vote and the resulting end are one write,
 * so otherwise the members decide.
 */
export function endWithoutVote(stage: Stage, seats: readonly StageSeat[], today: LocalDate): StageEnd | undefined {
  const end = stageEnd(stage, seats, today);
  if (!end) return undefined;
  return end.closedBy === 'votes' || end.closedBy === 'chairsVote' ? { ...end, closedBy: 'membership' } : end;
}
