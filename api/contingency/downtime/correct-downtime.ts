import type { z } from 'zod';
import { recordAct } from '../../audit/index.ts';
import type { Context } from '../../context.ts';
import { isOwnRepeat } from '../../edits/index.ts';
import { conflict, invalid, nowOf, type Actor, type Instant } from '../../kernel/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import type { correctDowntimeBody } from '../contract.ts';
import { testsFrom, followLived } from '../exercises/test-from-downtime.ts';
import { Downtimes, type ContingencyTest, type Downtime } from '../exercises/test-lists.ts';
import { findPlan } from '../plans/plans.ts';
import { managedDowntime, requireUnchanged } from './change-downtime.ts';
import { endOf } from './close-downtime.ts';
import { isKept, shortest } from './downtime.ts';
import { oldestStart, requireNoOverlap } from './downtimes.ts';
import { centresSaid, hitBy } from './hit.ts';

const dayLength = 86_400_000;
type Input = z.output<typeof correctDowntimeBody>;
type Closed = Downtime & { endedAt: Instant };

/**
 * Corrects start, end and affected centres of a closed downtime, with the reason. Limits stay as they were frozen, but
 * for busy periods of other days; whether they were met is decided anew, and so are the tests that it counts as: the
 * plan of a centre that was not affected has not been tested, until a later correction says that it was affected. The
 * writer's own repeat is a success. 4 resource units, and 2 for each test. Throws AppError: missing, forbidden
 * `contingency.mayNotKeepDowntime`, conflict `contingency.downtimeChanged` `contingency.downtimeNotClosed`
 * `contingency.downtimesOverlap`, invalid `contingency.endsBeforeStart` `contingency.endsInFuture`
 * `contingency.startsTooLongBefore` `contingency.unknownCentre`, unavailable.
 */
export async function correctDowntime(
  context: Context,
  actor: Actor,
  downtimeKey: string,
  { reason, expected, ...input }: Input,
): Promise<Stored<Downtime>> {
  managedDowntime(context, actor, downtimeKey);
  const now = nowOf(context.clock);
  const corrected = await context.list(Downtimes).update(downtimeKey, (current) => {
    const centreIds = centresSaid(context, input.centreIds, current.centreIds);
    const wanted = { startedAt: asStored(input.startedAt), endedAt: asStored(input.endedAt), centreIds };
    if (isOwnRepeat(current, actor, { ...wanted, correctedReason: reason })) return undefined;
    requireUnchanged(context, current, expected);
    if (!isClosed(current)) throw conflict('contingency.downtimeNotClosed');
    const times = timesOf(context, actor, { ...current, key: downtimeKey }, wanted);
    const removed = current.centreIds.filter((centreId) => !centreIds.includes(centreId));
    const isRemoved = (planKey: string) => {
      const centreId = findPlan(context, planKey)?.plan.centreId;
      return centreId !== undefined && removed.includes(centreId);
    };
    // An earlier correction has taken them out with a centre that was affected after all.
    const isBack = ({ planKey, centreId }: ContingencyTest) =>
      !current.testedPlanKeys.includes(planKey) && centreId !== undefined && centreIds.includes(centreId);
    const back = testsFrom(context, downtimeKey)
      .filter(isBack)
      .map(({ planKey }) => planKey);
    return {
      ...times,
      centreIds,
      ...measuredAgain(context, current, times),
      testedPlanKeys: [...current.testedPlanKeys.filter((planKey) => !isRemoved(planKey)), ...back],
      correctedReason: reason,
      correctedAt: now,
      correctedBy: actor.personId,
      changedAt: now,
      changedBy: actor.personId,
    };
  });
  await followCorrection(context, corrected);
  return corrected;
}

const asStored = (moment: string): Instant => new Date(moment).toISOString() as Instant;
const isClosed = (downtime: Downtime): downtime is Closed =>
  downtime.state === 'closed' && downtime.endedAt !== undefined;

interface Times {
  startedAt: Instant;
  endedAt: Instant;
}

/** The corrected times, where they are possible. Throws AppError. */
function timesOf(context: Context, actor: Actor, current: Stored<Closed>, wanted: Times): Times {
  const { startedAt } = wanted;
  const endedAt = endOf(context, wanted, wanted.endedAt);
  const isEarliest = Date.parse(startedAt) >= Date.parse(current.reportedAt) - oldestStart * dayLength;
  if (startedAt !== current.startedAt && !isEarliest)
    throw invalid('contingency.startsTooLongBefore', { field: 'startedAt', days: oldestStart });
  if (startedAt === current.startedAt && endedAt === current.endedAt) return { startedAt, endedAt };
  requireNoOverlap(context, actor, { key: current.key, assetKey: current.assetKey, startedAt, endedAt });
  return { startedAt, endedAt };
}

/**
 * Each limit as it was frozen, or that of the other days where a busy period makes the difference, and whether it was
 * met.
 */
function measuredAgain(context: Context, current: Closed, { startedAt, endedAt }: Times) {
  const before = hitBy(context, current.assetKey, current.startedAt, current.endedAt);
  const after = hitBy(context, current.assetKey, startedAt, endedAt);
  const kept = (hours: number | undefined) => hours === undefined || isKept(startedAt, endedAt, hours);
  const hit = current.hit.map(({ key, title, mtd }) => {
    const hoursIn = ({ services }: typeof before) =>
      services.find(({ service }) => service.key === key)?.accepted?.hours;
    const hours = hoursIn(before) === hoursIn(after) ? mtd : hoursIn(after);
    return { key, title, ...(hours === undefined ? {} : { mtd: hours }), kept: kept(hours) };
  });
  const hours = before.limit?.hours === after.limit?.hours ? current.mtd : after.limit?.hours;
  const least = shortest(
    [hours, ...hit.map(({ mtd }) => mtd)].map((one) => (one === undefined ? undefined : { hours: one })),
  );
  return { hit, mtd: least?.hours, kept: least && kept(least.hours) };
}

/** Audits a correction, from which the cards follow, and corrects its tests. Idempotent. */
export async function followCorrection(context: Context, downtime: Stored<Downtime>): Promise<void> {
  const { key, startedAt, endedAt, centreIds, kept, correctedAt, correctedBy } = downtime;
  if (correctedAt === undefined || correctedBy === undefined || endedAt === undefined) return;
  await recordAct(context, {
    act: 'correctDowntime',
    subjectKey: key,
    actorId: correctedBy,
    at: correctedAt,
    occasion: correctedAt,
    details: { startedAt, endedAt, centres: centreIds.length, kept: kept ?? null },
  });
  await followLived(context, downtime);
}
