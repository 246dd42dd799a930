import { recordAct } from '../../audit/index.ts';
import type { Context } from '../../context.ts';
import { nowOf, stableKey, type Actor } from '../../kernel/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import { planOrThrow } from '../plans/plans.ts';
import { shownVersion } from '../../documents/index.ts';
import { ContingencyTests, type ContingencyTest, type Downtime } from './test-lists.ts';
import { hoursBetween, passes, recoveryKey } from './test-rules.ts';

/** The downtime fields of a test; it has ended. */
export type Lived = Pick<
  Downtime,
  | 'key'
  | 'title'
  | 'assetKey'
  | 'startedAt'
  | 'endedAt'
  | 'note'
  | 'mtd'
  | 'kept'
  | 'dataLoss'
  | 'cause'
  | 'lessons'
  | 'reportedBy'
>;

/**
 * A real downtime counts as a full stop of a plan (R6): a closed test with the measurements, passed when the accepted
 * downtime was met. The caller checks permission to close. Idempotent. 4 resource units. Throws AppError: missing
 * `contingency.noSuchPlan`, unavailable.
 */
export async function testFromDowntime(
  context: Context,
  actor: Actor,
  downtime: Lived,
  planKey: string,
): Promise<Stored<ContingencyTest>> {
  const now = planOrThrow(context, planKey);
  const { plan } = now;
  const at = nowOf(context.clock);
  const endedAt = downtime.endedAt ?? at;
  const { record } = await context.list(ContingencyTests).create({
    key: stableKey('test', downtime.key, planKey),
    title: downtime.title,
    planKey,
    versionKey: shownVersion(now)?.version.key ?? '',
    assetKey: plan.assetKey,
    kind: 'fullStop',
    state: 'closed',
    ...(plan.centreId === undefined ? {} : { centreId: plan.centreId }),
    scenario: [downtime.note, downtime.cause].filter((text) => text.trim() !== '').join('\n\n'),
    injects: [],
    ...measured(context, actor, downtime, hoursBetween(downtime.startedAt, endedAt)),
    leaderId: downtime.reportedBy,
    participantIds: [],
    plannedAt: downtime.startedAt,
    startedAt: downtime.startedAt,
    endedAt,
    wentWell: '',
    toImprove: downtime.lessons,
    downtimeKey: downtime.key,
    closedAt: at,
    closedBy: actor.personId,
    madeBy: actor.personId,
    madeAt: at,
    changedAt: at,
    changedBy: actor.personId,
  });
  await recordAct(context, {
    act: 'countAsTest',
    subjectKey: record.key,
    actorId: record.madeBy,
    at: record.madeAt,
    details: { planKey, downtimeKey: downtime.key, passed: record.passed ?? false },
  });
  return record;
}

/** The tests that a downtime counts as, with those that its corrections have cancelled. From memory. */
export const testsFrom = (context: Context, downtimeKey: string): Stored<ContingencyTest>[] =>
  context
    .list(ContingencyTests)
    .all()
    .filter((test) => test.downtimeKey === downtimeKey);

/**
 * What a corrected downtime says of the tests that it counts as: new measurements, cancelled where the plan is not
 * counted any more, and closed as before where it is again. Once for each correction. Free when done, else 2 resource
 * units for each. Throws AppError unavailable.
 */
export async function followLived(
  context: Context,
  downtime: Lived & { key: string } & Pick<
      Downtime,
      'testedPlanKeys' | 'correctedAt' | 'correctedBy' | 'correctedReason'
    >,
): Promise<void> {
  const { key, startedAt, endedAt, mtd, kept, testedPlanKeys, correctedAt, correctedBy, correctedReason } = downtime;
  if (endedAt === undefined || correctedAt === undefined || correctedBy === undefined) return;
  const stamp = { changedAt: correctedAt, changedBy: correctedBy };
  const recovery = hoursBetween(startedAt, endedAt);
  const isOlder = ({ changedAt }: ContingencyTest) => changedAt < correctedAt;
  const isCounted = ({ planKey }: ContingencyTest) => testedPlanKeys.includes(planKey);
  const told = testsFrom(context, key).filter((one) => isOlder(one) && (isCounted(one) || one.state !== 'cancelled'));
  for (const { key: testKey } of told)
    await context.list(ContingencyTests).update(testKey, (current) => {
      if (!isOlder(current)) return undefined;
      if (!isCounted(current))
        return { state: 'cancelled', cancelledReason: correctedReason ?? '', passed: undefined, ...stamp };
      const times = { state: 'closed' as const, cancelledReason: undefined, plannedAt: startedAt, startedAt, endedAt };
      return { ...times, ...measuredAs(current, { mtd, kept }, recovery), ...stamp };
    });
}

const measuredAs = (
  { criteria, results }: ContingencyTest,
  { mtd, kept }: Pick<Lived, 'mtd' | 'kept'>,
  recovery: number,
) => ({
  criteria: criteria.map((one) => (one.key === recoveryKey && mtd !== undefined ? { ...one, hours: mtd } : one)),
  results: results.map((one) => (one.key === recoveryKey ? { ...one, met: kept ?? true, hours: recovery } : one)),
  recovery,
  passed: kept ?? true,
});

/** Without an accepted downtime the closer's own judgement counts. */
function measured(context: Context, actor: Actor, { mtd, kept, dataLoss }: Lived, recovery: number) {
  const text = context.texts(actor.language)('contingencyTests.proposal.withinMtd');
  const criteria = [{ key: recoveryKey, text, ...(mtd === undefined ? {} : { hours: mtd }) }];
  const results = [
    { key: recoveryKey, met: kept ?? (mtd === undefined || recovery <= mtd), hours: recovery, note: '' },
  ];
  return {
    criteria,
    results,
    recovery,
    passed: kept ?? passes({ criteria, results, recovery }),
    ...(dataLoss === undefined ? {} : { dataLoss }),
  };
}
