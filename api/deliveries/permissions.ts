import { centresOf, holds, type Actor, type CentreId } from '../kernel/index.ts';

/** Campaigns are managed by those responsible for sending; the committee and the auditor have read access. */
export const campaignReaders = ['ciso', 'securityTeam', 'auditor', 'securityCommittee'] as const;
export const campaignSteerers = ['ciso', 'securityTeam'] as const;

export const maySteerCampaigns = (actor: Actor): boolean => holds(actor, ...campaignSteerers);

/** Whose unreachable people the actor sees: all, or those of the actor's centres (R15, R16). */
export const unreachableScope = (actor: Actor): 'all' | readonly CentreId[] =>
  holds(actor, 'ciso', 'securityTeam', 'auditor') ? 'all' : centresOf(actor, 'coordinator', 'centreManager');
