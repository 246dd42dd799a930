import type { StagePlan } from '../../approvals/index.ts';
import { holds, holdsFor, type Actor, type CentreId } from '../../kernel/index.ts';
import type { accepters } from '../vocabulary.ts';

export type Accepter = (typeof accepters)[number];

/** The requester, as needed for the way. */
export interface Asker {
  /** Manages the centre of the asset. */
  isManager: boolean;
  isCiso: boolean;
}
const somebody: Asker = { isManager: false, isCiso: false };

export const acceptanceAsker = (actor: Actor, centreId: CentreId | undefined): Asker => ({
  isManager: holdsFor(actor, centreId, 'centreManager'),
  isCiso: holds(actor, 'ciso'),
});

const ciso: StagePlan = { body: 'ciso', rule: 'one', days: 7 };
const committee: StagePlan = { body: 'securityCommittee', rule: 'quorum', days: 14 };
const management: StagePlan = { body: 'corporateManagement', rule: 'quorum', days: 21 };

/**
 * Who decides, in order, on accepting a risk at a level with `acceptedBy` (R1, R11–R13): the centre's manager, and
 * above the mildest levels then the CISO, the committee or Koncernledelsen. Without a centre, or when the manager asks,
 * it begins with the CISO; the CISO's own requests go to the committee.
 */
export function acceptanceWay(
  acceptedBy: Accepter,
  centreId: CentreId | undefined,
  { isManager, isCiso }: Asker = somebody,
): StagePlan[] {
  const hasManager = centreId !== undefined && !isManager;
  const manager: StagePlan[] = hasManager ? [{ body: 'centreManager', centreId, rule: 'one', days: 7 }] : [];
  switch (acceptedBy) {
    case 'centreManager':
      return hasManager ? manager : [isCiso ? committee : ciso];
    case 'ciso':
      return [...manager, isCiso ? committee : ciso];
    case 'securityCommittee':
      return [...manager, committee];
    case 'corporateManagement':
      return [...manager, management];
  }
}
