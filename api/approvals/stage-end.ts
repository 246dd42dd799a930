import type { LocalDate } from '../kernel/index.ts';
import type { Stage } from './request-list.ts';
import { stageEnd, type StageEnd } from './stage-rule.ts';
import type { StageSeat } from './stage-seats.ts';

/**
 * How a stage ends without another vote: the due day has passed, or members have come or gone. A vote that decides is
 * one write with the end that it makes, so what is decided all the same is decided by who is a member.
 */
export function endWithoutVote(stage: Stage, seats: readonly StageSeat[], today: LocalDate): StageEnd | undefined {
  const end = stageEnd(stage, seats, today);
  if (!end) return undefined;
  return end.closedBy === 'votes' || end.closedBy === 'chairsVote' ? { ...end, closedBy: 'membership' } : end;
}
