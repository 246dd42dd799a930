import { centresOf, holds, holdsFor, type Actor, type CentreId, type Role } from '../kernel/index.ts';
import type { Asset } from './asset-list.ts';

/** First doors of the routes; the sentences below decide about the thing itself. Default is no. */
export const riskReaders = [
  ...(['securityCommittee', 'ciso', 'securityTeam', 'corporateManagement', 'executiveBoard'] as const),
  ...(['centreManager', 'coordinator', 'auditor'] as const),
] as const satisfies readonly Role[];
export const assetWriters = ['ciso', 'securityTeam', 'centreManager', 'coordinator'] as const satisfies readonly Role[];

/** Whoever has a part in the security organisation sees assets and risks; employees without a role see none of it. */
export const maySeeRisks = (actor: Actor): boolean => holds(actor, ...riskReaders);
/** An owner without a role sees the own ones. */
export const maySeeAsset = (actor: Actor, { ownerId }: Pick<Asset, 'ownerId'>): boolean =>
  maySeeRisks(actor) || ownerId === actor.personId;

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
