import { mayEditAsset, maySeeRisks, ownCentres, riskReaders, type Asset } from '../assets/index.ts';
import { holds, holdsFor, type Actor, type CentreId, type Role } from '../kernel/index.ts';
import type { CriticalService } from './service-lists.ts';

/** First doors of the routes; the sentences below decide about the thing itself. Default is no. */
export const contingencyReaders = riskReaders;
export const serviceWriters = [
  'ciso',
  'securityTeam',
  'centreManager',
  'coordinator',
] as const satisfies readonly Role[];
export const settingsKeepers = ['ciso', 'securityTeam'] as const satisfies readonly Role[];

/** Whoever sees risks sees what must not stop. */
export const maySeeContingency = maySeeRisks;
export { ownCentres };

type Owned = Pick<CriticalService, 'centreId' | 'ownerId'>;
/** The team keeps all services, a centre's manager and ISKs their own (R15, R16). */
export const mayAddService = (actor: Actor, centreId: CentreId | undefined): boolean =>
  holds(actor, 'ciso', 'securityTeam') || holdsFor(actor, centreId, 'centreManager', 'coordinator');
/** And the owner the own service. */
export const mayEditService = (actor: Actor, { centreId, ownerId }: Owned): boolean =>
  mayAddService(actor, centreId) || (ownerId !== undefined && ownerId === actor.personId);
export const maySeeService = (actor: Actor, { ownerId }: Owned): boolean =>
  maySeeContingency(actor) || (ownerId !== undefined && ownerId === actor.personId);
/** Not the owner alone: what is not given any more protects no system. */
export const mayRetireService = (actor: Actor, { centreId }: Owned): boolean => mayAddService(actor, centreId);
export const mayKeepSettings = (actor: Actor): boolean => holds(actor, ...settingsKeepers);

/** Whoever keeps an asset says what it can do when it is down. */
export const mayEditRecovery = (actor: Actor, asset: Pick<Asset, 'centreId' | 'ownerId'>): boolean =>
  mayEditAsset(actor, asset);
/** Not the owner alone: what counts as vital is decided by those who answer for security. */
export const maySetVital = (actor: Actor, { centreId }: Pick<Asset, 'centreId'>): boolean =>
  holds(actor, 'ciso', 'securityTeam') || holdsFor(actor, centreId, 'centreManager');
