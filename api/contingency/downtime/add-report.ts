import { firstRecorded, recordAct, type AuditEntry } from '../../audit/index.ts';
import type { Context } from '../../context.ts';
import { nowOf, repeatableKey, type Actor, type CentreId } from '../../kernel/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import { centresWritten } from '../permissions.ts';
import { Downtimes, type Downtime } from '../exercises/test-lists.ts';
import { followChange } from './change-downtime.ts';
import { downtimesOf, requireNoOverlap, startOf } from './downtimes.ts';
import { centresHitBy, centresSaid } from './hit.ts';

interface Said {
  startedAt?: string | undefined;
  centreIds?: readonly string[] | undefined;
}

/** The centres of a report; unsaid: the reporter's own among those that the register knows. */
function centresIn(context: Context, actor: Actor, { assetKey, centreIds }: Downtime, said: Said): CentreId[] {
  if (said.centreIds) return centresSaid(context, said.centreIds, centreIds);
  const own = [...centresWritten(actor), ...(actor.centreId === undefined ? [] : [actor.centreId])];
  return centresHitBy(context, assetKey).filter((centreId) => own.includes(centreId));
}

const actOf = (actor: Actor, { key }: Pick<Downtime, 'key'>) => ({
  act: 'reportDowntime',
  subjectKey: key,
  occasion: repeatableKey(actor, 'reportDowntime'),
});
/** The entry of a report that added nothing has no start. */
const hasAdded = ({ details }: AuditEntry): boolean => details['startedAt'] !== undefined;

/**
 * The downtime of a system that this press was taken as a further report of, and whether it added to it. A repeat finds
 * it also when it has ended since, and begins no other. Throws AppError unavailable.
 */
export async function furtherReport(
  context: Context,
  actor: Actor,
  assetKey: string,
): Promise<{ downtime: Stored<Downtime>; added: boolean } | undefined> {
  const downtimes = downtimesOf(context, assetKey);
  const entry = await firstRecorded(
    context,
    downtimes.map((downtime) => actOf(actor, downtime)),
  );
  const downtime = downtimes.find(({ key }) => key === entry?.subjectKey);
  return entry && downtime && { downtime, added: hasAdded(entry) };
}

/** Notes in the trail that a press was taken as a further report that adds nothing. */
export async function recordFurther(context: Context, actor: Actor, downtime: Downtime): Promise<void> {
  const { assetKey } = downtime;
  const at = nowOf(context.clock);
  await recordAct(context, { ...actOf(actor, downtime), actorId: actor.personId, at, details: { assetKey } });
}

/**
 * Adds what another person reports of a running downtime: the earliest start holds, and the centres are united. The
 * caller knows that it is no repeat (`furtherReport`). 6 resource units. Throws AppError conflict
 * `contingency.downtimesOverlap`, invalid as `startOf` and `centresSaid`, unavailable.
 */
export async function addReport(
  context: Context,
  actor: Actor,
  running: Stored<Downtime>,
  said: Said,
): Promise<{ downtime: Stored<Downtime>; added: boolean }> {
  const now = nowOf(context.clock);
  const startedAt = startOf(context, said.startedAt);
  if (startedAt < running.startedAt)
    requireNoOverlap(context, actor, { key: running.key, assetKey: running.assetKey, startedAt });
  const centreIds = centresIn(context, actor, running, said);
  let added = false;
  const downtime = await context.list(Downtimes).update(running.key, (current) => {
    const isEarlier = Date.parse(startedAt) < Date.parse(current.startedAt);
    added = current.state === 'running' && (isEarlier || centreIds.some((id) => !current.centreIds.includes(id)));
    if (!added) return undefined;
    return {
      startedAt: isEarlier ? startedAt : current.startedAt,
      centreIds: centresSaid(context, [...current.centreIds, ...centreIds], current.centreIds),
      changedAt: now,
      changedBy: actor.personId,
    };
  });
  if (!added) {
    await recordFurther(context, actor, downtime);
    return { downtime, added };
  }
  const { assetKey } = running;
  const details = { assetKey, startedAt, centres: centreIds.length };
  await recordAct(context, { ...actOf(actor, running), actorId: actor.personId, at: now, details });
  await followChange(context, downtime);
  return { downtime, added };
}
