import { centresOf, holds, type Actor, type CentreId, type Role } from '../kernel/index.ts';
import type { Owner } from './figure.ts';

/** Roles for the whole municipality, and the auditor (R11–R14). */
export const wholeReaders = [
  ...(['securityCommittee', 'ciso', 'securityTeam', 'corporateManagement', 'executiveBoard'] as const),
  'auditor',
] as const satisfies readonly Role[];
/** Roles that the routes admit; the permissions below decide per record. Default is no. */
export const figureReaders = [...wholeReaders, 'centreManager', 'coordinator'] as const satisfies readonly Role[];
/** May freeze on demand. */
export const figureKeepers = ['ciso', 'securityTeam'] as const satisfies readonly Role[];

/** May recompute a frozen month: the answer names records of every room. */
export const figureCheckers = [...figureKeepers, 'auditor'] as const satisfies readonly Role[];

/** Roles in centres, and those who help them (R15, R16); the view checks the centre. */
export const coordinatorReaders = [
  ...figureKeepers,
  ...(['centreManager', 'coordinator', 'auditor'] as const),
] as const satisfies readonly Role[];
/** The team's own page (R14). */
export const teamReaders = figureCheckers;
/** An actor's overview pages. */
export const boardsOf = (actor: Actor) => ({
  management: holds(actor, ...wholeReaders),
  coordinator: holds(actor, ...coordinatorReaders),
  team: holds(actor, ...teamReaders),
});

/** An actor's default overview page, by responsibility. */
export function firstBoardOf(actor: Actor): 'coordinator' | 'centre' | 'team' | 'management' | undefined {
  if (holds(actor, 'ciso', 'securityTeam')) return 'team';
  if (holds(actor, 'coordinator')) return 'coordinator';
  if (holds(actor, 'centreManager')) return 'centre';
  return holds(actor, 'securityCommittee', 'corporateManagement', 'executiveBoard') ? 'management' : undefined;
}

export const maySeeFigures = (actor: Actor): boolean => holds(actor, ...figureReaders);
export const maySeeWholeFigures = (actor: Actor): boolean => holds(actor, ...wholeReaders);
export const mayFreezeFigures = (actor: Actor): boolean => holds(actor, ...figureKeepers);
export const ownFigureCentres = (actor: Actor): CentreId[] => centresOf(actor, 'centreManager', 'coordinator');

/** Centre managers and ISKs see their own centres (R15, R16), and the total as one number. */
export const maySeeFiguresOf = (actor: Actor, owner: Owner): boolean =>
  maySeeWholeFigures(actor) || (owner !== 'whole' && ownFigureCentres(actor).includes(owner));
