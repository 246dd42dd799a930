import { mayEditAsset, maySeeRisksOf, riskReaders, type Asset } from '../assets/index.ts';
import { forbidden, holds, type Actor } from '../kernel/index.ts';

/** Roles that the routes admit; the permissions below decide per record. Default is no. */
export { riskReaders };
export const scaleKeepers = ['ciso', 'securityTeam'] as const;

type Owned = Pick<Asset, 'centreId' | 'ownerId'>;
type Concerning = Parameters<typeof maySeeRisksOf>[1];
/** Assessors are an asset's editors: the team, the centre's manager and ISKs, the owner. */
export const mayAssess = (actor: Actor, asset: Owned): boolean => mayEditAsset(actor, asset);
export const maySeeAssessment = (actor: Actor, asset: Concerning): boolean => maySeeRisksOf(actor, asset);
/** Owners of an action also see its risk. */
export const maySeeRisk = (actor: Actor, asset: Concerning, actionOwners: readonly string[]): boolean =>
  maySeeRisksOf(actor, asset) || actionOwners.includes(actor.personId);
export const mayTreat = (actor: Actor, asset: Owned): boolean => mayEditAsset(actor, asset);
/** The auditor is read-only, so saves no views. */
export const viewKeepers = riskReaders.filter((role) => role !== 'auditor');
export const mayKeepViews = (actor: Actor): boolean => holds(actor, ...viewKeepers);
export const mayKeepScales = (actor: Actor): boolean => holds(actor, ...scaleKeepers);
/** Throws AppError `forbidden` unless the actor edits scales and catalogues. */
export function requireScaleKeeper(actor: Actor): void {
  if (!mayKeepScales(actor)) throw forbidden('risks.mayNotKeepScales');
}
