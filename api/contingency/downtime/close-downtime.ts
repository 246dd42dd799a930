import type { z } from 'zod';
import { recordAct } from '../../audit/index.ts';
import type { Context } from '../../context.ts';
import { conflict, invalid, nowOf, stableKey, type Actor, type Instant } from '../../kernel/index.ts';
import { actorOf } from '../../organisation/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import type { closeDowntimeBody } from '../contract.ts';
import { improvements } from '../exercises/improvements.ts';
import { testFromDowntime } from '../exercises/test-from-downtime.ts';
import { ContingencyTests, Downtimes, type Downtime } from '../exercises/test-lists.ts';
import { addToClosed } from './add-to-closed.ts';
import { makeAgreed, withWanted } from './agreed-improvements.ts';
import { managedDowntime, requireRunning } from './change-downtime.ts';
import { isKept } from './downtime.ts';
import { hitBy } from './hit.ts';
import { testableBy } from './testable.ts';

const minuteLength = 60_000;
type Input = z.output<typeof closeDowntimeBody>;

/** End of the downtime: not before its start, and not in the future. Throws AppError `invalid`. */
export function endOf(context: Context, { startedAt }: Pick<Downtime, 'startedAt'>, endedAt: string): Instant {
  const now = nowOf(context.clock);
  if (Date.parse(endedAt) <= Date.parse(startedAt)) throw invalid('contingency.endsBeforeStart', { field: 'endedAt' });
  const ahead = Date.parse(endedAt) - Date.parse(now);
  if (ahead > minuteLength) throw invalid('contingency.endsInFuture', { field: 'endedAt' });
  return ahead > 0 ? now : (new Date(endedAt).toISOString() as Instant);
}

/** Affected services and whether each limit was met, frozen. */
export function frozenHit(
  context: Context,
  { assetKey, startedAt }: Pick<Downtime, 'assetKey' | 'startedAt'>,
  endedAt: Instant,
) {
  const { services, limit } = hitBy(context, assetKey, startedAt, endedAt);
  return {
    hit: services.map(({ service: { key, title }, accepted }) => ({
      key,
      title,
      ...(accepted ? { mtd: accepted.hours } : {}),
      kept: !accepted || isKept(startedAt, endedAt, accepted.hours),
    })),
    ...(limit ? { mtd: limit.hours, kept: isKept(startedAt, endedAt, limit.hours) } : {}),
  };
}

/** Effects of closing: the audit trail, its improvements, and the plans it counts as a test of. Idempotent. */
export async function followClose(context: Context, downtime: Stored<Downtime>): Promise<void> {
  const { key, closedBy, closedAt, endedAt, testedPlanKeys } = downtime;
  if (closedBy === undefined || closedAt === undefined || endedAt === undefined) return;
  await recordAct(context, {
    act: 'closeDowntime',
    subjectKey: key,
    actorId: closedBy,
    at: closedAt,
    details: { endedAt, kept: downtime.kept ?? null, tested: testedPlanKeys.length },
  });
  await makeAgreed(context, downtime);
  const actor = actorOf(context, closedBy);
  if (!actor) return;
  for (const planKey of testedPlanKeys)
    if (!context.list(ContingencyTests).get(stableKey('test', key, planKey)))
      await testFromDowntime(context, actor, downtime, planKey);
}

/**
 * Closes the downtime with losses and lessons, and freezes for each service whether its limit was met (R4, R6). What is
 * refused writes nothing; a repeat by the same person is a success, and makes what a crash left out. Where another
 * closed it first, `addsToClosed` adds the words and improvements to that record. The record holds its improvements
 * until they are made, so that a crash loses none. 4 resource units, and 4 for each improvement and each plan that it
 * counts as a test of. Throws AppError: missing, forbidden `contingency.mayNotKeepDowntime`, conflict
 * `contingency.downtimeClosed` `contingency.downtimeCancelled` `contingency.planNotTestable` `contingency.recordFull`,
 * invalid `contingency.endsBeforeStart` `contingency.endsInFuture` and those of improvements, unavailable.
 */
export async function closeDowntime(
  context: Context,
  actor: Actor,
  downtimeKey: string,
  input: Input,
): Promise<Stored<Downtime>> {
  const downtime = managedDowntime(context, actor, downtimeKey);
  if (downtime.state === 'closed' && input.addsToClosed) {
    requireAgreed(context, input);
    const added = await addToClosed(context, actor, downtimeKey, input);
    await makeAgreed(context, added);
    return added;
  }
  const isOwn = ({ state, closedBy }: Downtime) => state === 'closed' && closedBy === actor.personId;
  if (!isOwn(downtime)) requireClosable(context, actor, downtime, input);
  const now = nowOf(context.clock);
  const closed = await context.list(Downtimes).update(downtimeKey, (current) => {
    const toMake = withWanted(context, actor, current, input.improvements);
    if (isOwn(current)) return toMake && { toMake };
    requireRunning(context, current);
    const endedAt = endOf(context, current, input.endedAt);
    return {
      state: 'closed',
      endedAt,
      ...frozenHit(context, current, endedAt),
      testedPlanKeys: [...new Set(input.testedPlanKeys)],
      ...(input.dataLoss === undefined ? {} : { dataLoss: input.dataLoss }),
      cause: input.cause,
      lessons: input.lessons,
      ...(toMake ? { toMake } : {}),
      closedAt: now,
      closedBy: actor.personId,
      changedAt: now,
      changedBy: actor.personId,
    };
  });
  await followClose(context, closed);
  return closed;
}

/** Everything that is asked for, before anything is written. Throws AppError `conflict`, `invalid`. */
function requireClosable(context: Context, actor: Actor, downtime: Stored<Downtime>, input: Input): void {
  requireRunning(context, downtime);
  endOf(context, downtime, input.endedAt);
  const known = testableBy(context, actor, downtime).map(({ plan }) => plan.key);
  const other = input.testedPlanKeys.findIndex((key) => !known.includes(key));
  if (other >= 0) throw conflict('contingency.planNotTestable', { field: `testedPlanKeys.${other}` });
  requireAgreed(context, input);
}

function requireAgreed(context: Context, input: Input): void {
  for (const [place, one] of input.improvements.entries())
    improvements.agreed(context, one, { within: `improvements.${place}.` });
}

/**
 * Cancels a false alarm; repeats succeed. 4 resource units. Throws AppError: missing, forbidden
 * `contingency.mayNotKeepDowntime`, conflict `contingency.downtimeClosed`, unavailable.
 */
export async function cancelDowntime(
  context: Context,
  actor: Actor,
  downtimeKey: string,
  reason: string,
): Promise<Stored<Downtime>> {
  managedDowntime(context, actor, downtimeKey);
  const now = nowOf(context.clock);
  const cancelled = await context.list(Downtimes).update(downtimeKey, (current) => {
    if (current.state === 'cancelled') return undefined;
    requireRunning(context, current);
    return { state: 'cancelled', endedAt: now, cancelledReason: reason, changedAt: now, changedBy: actor.personId };
  });
  await followCancel(context, cancelled);
  return cancelled;
}

/** Audits a false alarm. Idempotent. */
export const followCancel = (context: Context, { key, changedBy, changedAt }: Downtime): Promise<void> =>
  recordAct(context, { act: 'cancelDowntime', subjectKey: key, actorId: changedBy, at: changedAt });
