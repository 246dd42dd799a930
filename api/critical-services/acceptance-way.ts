import type { StagePlan } from '../approvals/index.ts';
import type { CentreId } from '../kernel/index.ts';

const committee: StagePlan = { body: 'securityCommittee', rule: 'quorum', days: 14 };

/**
 * Who decides, in order, about how long a service may be down (R4, R13): the centre's manager, and for what must be back
 * soon enough to be vital the committee after the manager. What belongs to no centre, and what the manager asks for, is
 * the committee's alone.
 */
export function acceptanceWay(
  mtd: number,
  vitalWithin: number,
  { centreId, isManager }: { centreId?: CentreId | undefined; isManager: boolean },
): StagePlan[] {
  if (centreId === undefined || isManager) return [committee];
  const manager: StagePlan = { body: 'centreManager', centreId, rule: 'one', days: 7 };
  return mtd <= vitalWithin ? [manager, committee] : [manager];
}
