import { maySeeAsset, type Asset } from '../assets/index.ts';
import { contingencyReaders, maySeeContingency } from '../critical-services/index.ts';
import { centresOf, holds, holdsFor, type Actor, type CentreId, type Role } from '../kernel/index.ts';
import type { ContingencyPlan } from './plan-lists.ts';
import type { Downtime } from './test-lists.ts';

/** First doors of the routes; the sentences below decide about the thing itself. Default is no. */
export { contingencyReaders, maySeeContingency };
export const planWriters = ['ciso', 'securityTeam', 'centreManager', 'coordinator'] as const satisfies readonly Role[];

type OwnedPlan = Pick<ContingencyPlan, 'kind' | 'centreId'>;
type OwnedAsset = Pick<Asset, 'centreId' | 'ownerId'>;

/** A centre's ISK and manager write its emergency procedures (R15, R16), the team all, a system's owner its restore plan. */
export const mayWritePlan = (actor: Actor, { kind, centreId }: OwnedPlan, asset: OwnedAsset | undefined): boolean =>
  holds(actor, 'ciso', 'securityTeam') ||
  holdsFor(actor, centreId, 'centreManager', 'coordinator') ||
  (kind === 'restorePlan' && asset?.ownerId === actor.personId);
/** The centres whose emergency procedures the actor writes; the team writes those of all. */
export const centresWritten = (actor: Actor): CentreId[] => centresOf(actor, 'centreManager', 'coordinator');
export const mayWriteWhole = (actor: Actor): boolean => holds(actor, 'ciso', 'securityTeam');

/**
 * Plans in force are read by whoever sees contingency, the people of the centres they are for, those named in them, and
 * the owner of the system: in the moment they are needed nobody should ask for access.
 */
export const mayReadPlan = (
  actor: Actor,
  { centreIds, named }: { centreIds: readonly string[]; named: readonly string[] },
  asset: OwnedAsset | undefined,
): boolean =>
  maySeeContingency(actor) ||
  named.includes(actor.personId) ||
  (asset !== undefined && maySeeAsset(actor, asset)) ||
  (actor.centreId !== undefined && (centreIds.length === 0 || centreIds.includes(actor.centreId)));

/** Whoever keeps plans, and the owner of the system, says that it is down. */
export const mayReportDowntime = (actor: Actor, asset: OwnedAsset): boolean =>
  holds(actor, ...planWriters) || asset.ownerId === actor.personId;
export const mayKeepDowntime = (
  actor: Actor,
  { reportedBy }: Pick<Downtime, 'reportedBy'>,
  asset: OwnedAsset | undefined,
): boolean => reportedBy === actor.personId || (asset !== undefined && mayReportDowntime(actor, asset));

/** A centre's ISK and manager say where its printed plans are. */
export const mayPlacePack = (actor: Actor, centreId: CentreId): boolean =>
  holds(actor, 'ciso', 'securityTeam') || holdsFor(actor, centreId, 'centreManager', 'coordinator');
