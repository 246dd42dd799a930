import { centresOf, holds, type Actor, type CentreId, type Role } from '../kernel/index.ts';
import type { Owner } from './figure.ts';

/** Those whose duty is the whole municipality, and the auditor (R11–R14). */
export const wholeReaders = [
  ...(['securityCommittee', 'ciso', 'securityTeam', 'corporateManagement', 'executiveBoard'] as const),
  'auditor',
] as const satisfies readonly Role[];
/** First door of the routes; the sentences below decide about the thing itself. Default is no. */
export const figureReaders = [...wholeReaders, 'centreManager', 'coordinator'] as const satisfies readonly Role[];
/** Those who freeze the figures on demand. */
export const figureKeepers = ['ciso', 'securityTeam'] as const satisfies readonly Role[];

/** Those who count a frozen month again: its answer names records of every room. */
export const figureCheckers = [...figureKeepers, 'auditor'] as const satisfies readonly Role[];

/** Those who work in centres, and those who help them (R15, R16); the view asks whose centre. */
export const coordinatorReaders = [
  ...figureKeepers,
  ...(['centreManager', 'coordinator', 'auditor'] as const),
] as const satisfies readonly Role[];
/** The team's own page (R14). */
export const teamReaders = figureCheckers;
/** Which pages an actor governs by. */
export const boardsOf = (actor: Actor) => ({
  management: holds(actor, ...wholeReaders),
  coordinator: holds(actor, ...coordinatorReaders),
  team: holds(actor, ...teamReaders),
});

/** The page that an actor begins with, by what the actor answers for. */
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

/** A centre manager and an ISK see the own centres (R15, R16), beside the whole as one number. */
export const maySeeFiguresOf = (actor: Actor, owner: Owner): boolean =>
  maySeeWholeFigures(actor) || (owner !== 'whole' && ownFigureCentres(actor).includes(owner));
