import { maySeeWhole, type Asset } from '../assets/index.ts';
import { contingencyReaders, maySeeContingency } from '../critical-services/index.ts';
import { centresOf, holds, holdsFor, type Actor, type CentreId, type Role } from '../kernel/index.ts';
import type { ContingencyPlan } from './plans/plan-lists.ts';
import type { Downtime } from './exercises/test-lists.ts';

/** Roles admitted to the routes; the functions below check the record. Default is no. */
export { contingencyReaders, maySeeContingency, maySeeWhole };
export const planWriters = ['ciso', 'securityTeam', 'centreManager', 'coordinator'] as const satisfies readonly Role[];

export type OwnedPlan = Pick<ContingencyPlan, 'kind' | 'centreId'>;
type OwnedAsset = Pick<Asset, 'centreId' | 'ownerId'>;

/**
 * A centre's ISK and manager write its emergency procedures (R15, R16), the team all, a system's owner its restore
 * plan.
 */
export const mayWritePlan = (actor: Actor, { kind, centreId }: OwnedPlan, asset: OwnedAsset | undefined): boolean =>
  holds(actor, 'ciso', 'securityTeam') ||
  holdsFor(actor, centreId, 'centreManager', 'coordinator') ||
  (kind === 'restorePlan' && asset?.ownerId === actor.personId);
/** The centres whose emergency procedures the actor writes; all for the team. */
export const centresWritten = (actor: Actor): CentreId[] => centresOf(actor, 'centreManager', 'coordinator');
export const mayWriteWhole = (actor: Actor): boolean => holds(actor, 'ciso', 'securityTeam');

/** Manager or ISK of one of the centres. */
export const isLeadOf = (actor: Actor, centreIds: readonly string[]): boolean =>
  centresWritten(actor).some((centreId) => centreIds.includes(centreId));

/** Readers of a plan in force: centres (none: all that use the system), and people named in it. */
interface Readers {
  centreIds: readonly string[];
  named: readonly string[];
}
/**
 * May see all of a plan, including numbers: the people, manager and ISKs of its centres, those named in it, the
 * system's owner, and those responsible for the whole.
 */
export const needsPlan = (
  actor: Actor,
  { centreIds, named }: Readers,
  asset: Pick<OwnedAsset, 'ownerId'> | undefined,
): boolean =>
  maySeeWhole(actor) ||
  named.includes(actor.personId) ||
  asset?.ownerId === actor.personId ||
  (actor.centreId !== undefined && (centreIds.length === 0 || centreIds.includes(actor.centreId))) ||
  (centreIds.length === 0 ? centresWritten(actor).length > 0 : isLeadOf(actor, centreIds));
/**
 * Plans in force are open to all who may need them, so that access is immediate. Manager and ISKs of other centres read
 * them as a model, without personal numbers.
 */
export const mayReadPlan = (actor: Actor, readers: Readers, asset: OwnedAsset | undefined): boolean =>
  maySeeContingency(actor) || needsPlan(actor, readers, asset);

/** Writers of plans and the system's owner report it down, without approval. */
export const mayReportDowntime = (actor: Actor, asset: OwnedAsset): boolean =>
  holds(actor, ...planWriters) || asset.ownerId === actor.personId;
/**
 * May correct and close it: the reporter, the system's owner, the team, and manager and ISKs of the centre that owns
 * the system; without an owning centre, those of the affected centres.
 */
export const mayKeepDowntime = (
  actor: Actor,
  { reportedBy, centreIds }: Pick<Downtime, 'reportedBy' | 'centreIds'>,
  asset: OwnedAsset | undefined,
): boolean =>
  reportedBy === actor.personId ||
  asset?.ownerId === actor.personId ||
  mayWriteWhole(actor) ||
  (asset?.centreId === undefined ? isLeadOf(actor, centreIds) : isLeadOf(actor, [asset.centreId]));
/** May read the record: also those responsible for an affected centre, or all. */
export const mayReadDowntimeOf = (
  actor: Actor,
  downtime: Pick<Downtime, 'reportedBy' | 'centreIds'>,
  asset: OwnedAsset | undefined,
): boolean => maySeeWhole(actor) || mayKeepDowntime(actor, downtime, asset) || isLeadOf(actor, downtime.centreIds);

/** ISK and manager of a centre place its printed plans. */
export const mayPlacePack = (actor: Actor, centreId: CentreId): boolean =>
  holds(actor, 'ciso', 'securityTeam') || holdsFor(actor, centreId, 'centreManager', 'coordinator');
