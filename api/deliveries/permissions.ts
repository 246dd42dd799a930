import { centresOf, holds, type Actor, type CentreId } from '../kernel/index.ts';

/** Campaigns are looked after by those who answer for the sending; the committee and the auditor read along. */
export const campaignReaders = ['ciso', 'securityTeam', 'auditor', 'securityCommittee'] as const;
export const campaignSteerers = ['ciso', 'securityTeam'] as const;

export const maySeeCampaigns = (actor: Actor): boolean => holds(actor, ...campaignReaders);

export const maySteerCampaigns = (actor: Actor): boolean => holds(actor, ...campaignSteerers);

/** Whose unreachable people the actor sees: everybody's, or those of the centres the actor answers for (R15, R16). */
export const unreachableScope = (actor: Actor): 'all' | readonly CentreId[] =>
  holds(actor, 'ciso', 'securityTeam', 'auditor') ? 'all' : centresOf(actor, 'coordinator', 'centreManager');
