import { centresOf, holds, holdsFor, type Actor, type CentreId, type Role } from '../kernel/index.ts';
import type { Asset } from './asset-list.ts';

/** Roles that the routes admit; the permissions below decide per record. Default is no. */
export const riskReaders = [
  ...(['securityCommittee', 'ciso', 'securityTeam', 'corporateManagement', 'executiveBoard'] as const),
  ...(['centreManager', 'coordinator', 'auditor'] as const),
] as const satisfies readonly Role[];
export const assetWriters = ['ciso', 'securityTeam', 'centreManager', 'coordinator'] as const satisfies readonly Role[];

/** Roles for the whole municipality, and the auditor, see everything. */
const wholeReaders = [
  ...(['securityCommittee', 'ciso', 'securityTeam', 'corporateManagement', 'executiveBoard'] as const),
  'auditor',
] as const satisfies readonly Role[];
export const maySeeWhole = (actor: Actor): boolean => holds(actor, ...wholeReaders);

/** Roles in the security organisation see the assets, and the risks of their own; employees without a role see none. */
export const maySeeRisks = (actor: Actor): boolean => holds(actor, ...riskReaders);
/** Owners without a role see their own. */
export const maySeeAsset = (actor: Actor, { ownerId }: Pick<Asset, 'ownerId'>): boolean =>
  maySeeRisks(actor) || ownerId === actor.personId;

type Concerning = Pick<Asset, 'centreId' | 'usedBy' | 'ownerId'>;
/**
 * Risks of an asset are for those who must act: those responsible for the whole, its owner, and manager and ISKs of the
 * centres that own or use it. Without a centre: every security role.
 */
export const maySeeRisksOf = (actor: Actor, { centreId, usedBy, ownerId }: Concerning): boolean =>
  maySeeWhole(actor) ||
  ownerId === actor.personId ||
  (centreId === undefined && maySeeRisks(actor)) ||
  ownCentres(actor).some((own) => own === centreId || usedBy.includes(own));

/** The team edits the whole register, a centre's manager and ISKs their part. */
export const mayAddAsset = (actor: Actor, centreId: CentreId | undefined): boolean =>
  holds(actor, 'ciso', 'securityTeam') || holdsFor(actor, centreId, 'centreManager', 'coordinator');
/** And owners their own asset. */
export const mayEditAsset = (actor: Actor, asset: Pick<Asset, 'centreId' | 'ownerId'>): boolean =>
  mayAddAsset(actor, asset.centreId) || (asset.ownerId !== undefined && asset.ownerId === actor.personId);
/** Not the owner alone: a retired asset leaves the risk register. */
export const mayRetireAsset = (actor: Actor, { centreId }: Pick<Asset, 'centreId'>): boolean =>
  mayAddAsset(actor, centreId);
export const mayAssessAsset = (actor: Actor, asset: Pick<Asset, 'centreId' | 'ownerId' | 'state'>): boolean =>
  mayEditAsset(actor, asset) && asset.state !== 'retired';
export const mayImportAssets = (actor: Actor): boolean => holds(actor, 'ciso', 'securityTeam');
/** Not the owner alone: those responsible for security decide. */
export const mayDecideNotNeeded = (actor: Actor, { centreId }: Pick<Asset, 'centreId'>): boolean =>
  holds(actor, 'ciso', 'securityTeam') || holdsFor(actor, centreId, 'centreManager');

/** The reader's centres, shown first. */
export const ownCentres = (actor: Actor): CentreId[] => centresOf(actor, 'centreManager', 'coordinator');
