import { centresOf, holds, holdsFor, type Actor, type CentreId, type Role } from '../kernel/index.ts';
import type { Asset } from './asset-list.ts';

/** First doors of the routes; the sentences below decide about the thing itself. Default is no. */
export const riskReaders = [
  ...(['securityCommittee', 'ciso', 'securityTeam', 'corporateManagement', 'executiveBoard'] as const),
  ...(['centreManager', 'coordinator', 'auditor'] as const),
] as const satisfies readonly Role[];
export const assetWriters = ['ciso', 'securityTeam', 'centreManager', 'coordinator'] as const satisfies readonly Role[];

/** Those whose duty is the whole municipality, and the auditor, see all of it. */
const wholeReaders = [
  ...(['securityCommittee', 'ciso', 'securityTeam', 'corporateManagement', 'executiveBoard'] as const),
  'auditor',
] as const satisfies readonly Role[];
export const maySeeWhole = (actor: Actor): boolean => holds(actor, ...wholeReaders);

/**
 * Whoever has a part in the security organisation sees which assets there are and the risks of the own; employees without
 * a role see none of it.
 */
export const maySeeRisks = (actor: Actor): boolean => holds(actor, ...riskReaders);
/** An owner without a role sees the own ones. */
export const maySeeAsset = (actor: Actor, { ownerId }: Pick<Asset, 'ownerId'>): boolean =>
  maySeeRisks(actor) || ownerId === actor.personId;

type Concerning = Pick<Asset, 'centreId' | 'usedBy' | 'ownerId'>;
/**
 * Where an asset is weak is for those who must do something about it: who answers for the whole, its owner, and manager
 * and ISKs of the centres that own or use it. One without a centre is everybody's who has a part in security.
 */
export const maySeeRisksOf = (actor: Actor, { centreId, usedBy, ownerId }: Concerning): boolean =>
  maySeeWhole(actor) ||
  ownerId === actor.personId ||
  (centreId === undefined && maySeeRisks(actor)) ||
  ownCentres(actor).some((own) => own === centreId || usedBy.includes(own));

/** The team keeps the whole register, a centre's manager and ISKs its own part. */
export const mayAddAsset = (actor: Actor, centreId: CentreId | undefined): boolean =>
  holds(actor, 'ciso', 'securityTeam') || holdsFor(actor, centreId, 'centreManager', 'coordinator');
/** And the owner the own asset. */
export const mayEditAsset = (actor: Actor, asset: Pick<Asset, 'centreId' | 'ownerId'>): boolean =>
  mayAddAsset(actor, asset.centreId) || (asset.ownerId !== undefined && asset.ownerId === actor.personId);
/** Not the owner alone: what is out of use leaves the register of risks. */
export const mayRetireAsset = (actor: Actor, { centreId }: Pick<Asset, 'centreId'>): boolean =>
  mayAddAsset(actor, centreId);
export const mayAssessAsset = (actor: Actor, asset: Pick<Asset, 'centreId' | 'ownerId' | 'state'>): boolean =>
  mayEditAsset(actor, asset) && asset.state !== 'retired';
export const mayImportAssets = (actor: Actor): boolean => holds(actor, 'ciso', 'securityTeam');
/** Not the owner alone: that something needs no assessment is decided by those who answer for security. */
export const mayDecideNotNeeded = (actor: Actor, { centreId }: Pick<Asset, 'centreId'>): boolean =>
  holds(actor, 'ciso', 'securityTeam') || holdsFor(actor, centreId, 'centreManager');

/** The centres that a reader sees first. */
export const ownCentres = (actor: Actor): CentreId[] => centresOf(actor, 'centreManager', 'coordinator');
