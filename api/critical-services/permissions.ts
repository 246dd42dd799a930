import { mayEditAsset, maySeeRisks, ownCentres, riskReaders, type Asset } from '../assets/index.ts';
import { holds, holdsFor, type Actor, type CentreId, type Role } from '../kernel/index.ts';
import type { CriticalService } from './service-lists.ts';

/** Roles that the routes admit; the permissions below decide per record. Default is no. */
export const contingencyReaders = riskReaders;
export const serviceWriters = [
  'ciso',
  'securityTeam',
  'centreManager',
  'coordinator',
] as const satisfies readonly Role[];
export const settingsKeepers = ['ciso', 'securityTeam'] as const satisfies readonly Role[];

/** For readers of risks. */
export const maySeeContingency = maySeeRisks;
export { ownCentres };

type Owned = Pick<CriticalService, 'centreId' | 'ownerId'>;
/** The team edits all services, a centre's manager and ISKs their own (R15, R16). */
export const mayAddService = (actor: Actor, centreId: CentreId | undefined): boolean =>
  holds(actor, 'ciso', 'securityTeam') || holdsFor(actor, centreId, 'centreManager', 'coordinator');
/** And owners their own service. */
export const mayEditService = (actor: Actor, { centreId, ownerId }: Owned): boolean =>
  mayAddService(actor, centreId) || (ownerId !== undefined && ownerId === actor.personId);
export const maySeeService = (actor: Actor, { ownerId }: Owned): boolean =>
  maySeeContingency(actor) || (ownerId !== undefined && ownerId === actor.personId);
/** Not the owner alone: a retired service no longer protects systems. */
export const mayRetireService = (actor: Actor, { centreId }: Owned): boolean => mayAddService(actor, centreId);
export const mayKeepSettings = (actor: Actor): boolean => holds(actor, ...settingsKeepers);

/** Editors of an asset record its capability. */
export const mayEditRecovery = (actor: Actor, asset: Pick<Asset, 'centreId' | 'ownerId'>): boolean =>
  mayEditAsset(actor, asset);
/** Not the owner alone: those responsible for security decide what is vital. */
export const maySetVital = (actor: Actor, { centreId }: Pick<Asset, 'centreId'>): boolean =>
  holds(actor, 'ciso', 'securityTeam') || holdsFor(actor, centreId, 'centreManager');
