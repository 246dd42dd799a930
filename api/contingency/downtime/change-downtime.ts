import { findAsset } from '../../assets/index.ts';
import { recordAct } from '../../audit/index.ts';
import type { Context } from '../../context.ts';
import { isOwnRepeat, says } from '../../edits/index.ts';
import { conflict, forbidden, nowOf, type Actor } from '../../kernel/index.ts';
import { personRef, refusedBy } from '../../organisation/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import { mayKeepDowntime } from '../permissions.ts';
import { Downtimes, type Downtime } from '../exercises/test-lists.ts';
import { downtimeOrThrow, requireNoOverlap, startOf } from './downtimes.ts';
import { centresSaid } from './hit.ts';

/** A downtime the actor may edit. Throws AppError: missing, forbidden `contingency.mayNotKeepDowntime`. */
export function managedDowntime(context: Context, actor: Actor, downtimeKey: string): Stored<Downtime> {
  const downtime = downtimeOrThrow(context, downtimeKey);
  if (!mayKeepDowntime(actor, downtime, findAsset(context, downtime.assetKey)))
    throw forbidden('contingency.mayNotKeepDowntime');
  return downtime;
}

/** Throws AppError `conflict` when closed or cancelled. */
export function requireRunning(context: Context, { state, closedBy, closedAt }: Downtime): void {
  if (state === 'closed') throw refusedBy(context, 'contingency.downtimeClosed', closedBy, closedAt);
  if (state === 'cancelled') throw conflict('contingency.downtimeCancelled');
}

/** Throws AppError conflict `contingency.downtimeChanged` where somebody has saved since it was seen. */
export function requireUnchanged(
  context: Context,
  { changedAt, changedBy }: Pick<Downtime, 'changedAt' | 'changedBy'>,
  expected: string,
): void {
  if (expected !== changedAt)
    throw conflict('contingency.downtimeChanged', { name: personRef(context, changedBy).name, at: changedAt });
}

/**
 * Corrects the start, the description and the affected centres; the cards follow. Without changes nothing is written. 4
 * resource units. Throws AppError: missing, forbidden, conflict `contingency.downtimeChanged`
 * `contingency.downtimesOverlap`, invalid as `reportDowntime`, unavailable.
 */
export async function changeDowntime(
  context: Context,
  actor: Actor,
  downtimeKey: string,
  input: { startedAt: string; note: string; centreIds: readonly string[]; expected?: string | undefined },
): Promise<Stored<Downtime>> {
  requireRunning(context, managedDowntime(context, actor, downtimeKey));
  const now = nowOf(context.clock);
  let isNews = true;
  const changed = await context.list(Downtimes).update(downtimeKey, (current) => {
    requireRunning(context, current);
    const { startedAt: start, note, expected } = input;
    const centreIds = centresSaid(context, input.centreIds, current.centreIds);
    const isSeen = expected === undefined || expected === current.changedAt;
    if (!isSeen && isOwnRepeat(current, actor, { startedAt: start, note, centreIds })) return undefined;
    if (!isSeen) requireUnchanged(context, current, expected);
    const startedAt = start === current.startedAt ? current.startedAt : startOf(context, start);
    if (startedAt !== current.startedAt)
      requireNoOverlap(context, actor, { key: downtimeKey, assetKey: current.assetKey, startedAt });
    const fields = { startedAt, note, centreIds };
    isNews = !says(current, fields);
    return isNews ? { ...fields, changedAt: now, changedBy: actor.personId } : undefined;
  });
  if (isNews) await followChange(context, changed);
  return changed;
}

/** Audits a correction; the cards follow from it. Idempotent. */
export async function followChange(context: Context, downtime: Downtime): Promise<void> {
  const { key, startedAt, centreIds, changedAt, changedBy } = downtime;
  await recordAct(context, {
    act: 'changeDowntime',
    subjectKey: key,
    actorId: changedBy,
    at: changedAt,
    occasion: changedAt,
    details: { startedAt, centres: centreIds.length },
  });
}
