import { maySeeWhole, type Asset } from '../assets/index.ts';
import { contingencyReaders, maySeeContingency } from '../critical-services/index.ts';
import { centresOf, holds, holdsFor, type Actor, type CentreId, type Role } from '../kernel/index.ts';
import type { ContingencyPlan } from './plans/plan-lists.ts';
import type { Downtime } from './exercises/test-lists.ts';

/** First doors of the routes; the sentences below decide about the thing itself. Default is no. */
export { contingencyReaders, maySeeContingency, maySeeWhole };
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

/** Manager or ISK of one of the centres. */
export const isLeadOf = (actor: Actor, centreIds: readonly string[]): boolean =>
  centresWritten(actor).some((centreId) => centreIds.includes(centreId));

/** Whom a plan in force is for: centres (none named: all that use the system), and those named in it. */
interface Readers {
  centreIds: readonly string[];
  named: readonly string[];
}
/**
 * Whoever may need a plan in an accident has all of it, the numbers too: the people, manager and ISKs of the centres it is
 * for, those named in it, the owner of the system, and those who answer for the whole.
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
 * Plans in force are read by whoever may need them: in that moment nobody should ask for access. Manager and ISKs of
 * other centres read them as a model, without the numbers of the people in them.
 */
export const mayReadPlan = (actor: Actor, readers: Readers, asset: OwnedAsset | undefined): boolean =>
  maySeeContingency(actor) || needsPlan(actor, readers, asset);

/** Whoever keeps plans, and the owner of the system, says that it is down: an alarm waits for nobody. */
export const mayReportDowntime = (actor: Actor, asset: OwnedAsset): boolean =>
  holds(actor, ...planWriters) || asset.ownerId === actor.personId;
/**
 * Corrects it and says that it is over: whoever said it, the owner of the system, the team, and manager and ISKs of the
 * centre that the system belongs to; where it belongs to none, those of the centres that are hit.
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
/** And whoever answers for a centre that is hit, or for the whole, reads the record. */
export const mayReadDowntimeOf = (
  actor: Actor,
  downtime: Pick<Downtime, 'reportedBy' | 'centreIds'>,
  asset: OwnedAsset | undefined,
): boolean => maySeeWhole(actor) || mayKeepDowntime(actor, downtime, asset) || isLeadOf(actor, downtime.centreIds);

/** A centre's ISK and manager say where its printed plans are. */
export const mayPlacePack = (actor: Actor, centreId: CentreId): boolean =>
  holds(actor, 'ciso', 'securityTeam') || holdsFor(actor, centreId, 'centreManager', 'coordinator');
