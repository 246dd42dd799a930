import { centresOf, holds, type Actor, type CentreId } from '../kernel/index.ts';

const wholeOrganisation = ['ciso', 'securityTeam', 'auditor'] as const;

/** Campaigns are looked after by those who answer for the sending; the committee and the auditor read along. */
export const maySeeCampaigns = (actor: Actor): boolean => holds(actor, ...wholeOrganisation, 'securityCommittee');

export const maySteerCampaigns = (actor: Actor): boolean => holds(actor, 'ciso', 'securityTeam');

/** Whose unreachable people the actor sees: everybody's, or those of the centres the actor answers for (R15, R16). */
export const unreachableScope = (actor: Actor): 'all' | readonly CentreId[] =>
  holds(actor, ...wholeOrganisation) ? 'all' : centresOf(actor, 'coordinator', 'centreManager');
