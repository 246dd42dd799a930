import { findAsset, maySeeRisksOf, type Asset } from '../../assets/index.ts';
import type { Context } from '../../context.ts';
import { nowOf, type Actor } from '../../kernel/index.ts';
import { isLeadOf, maySeeContingency, maySeeWhole, mayWritePlan } from '../permissions.ts';
import { ContingencyPlans, type ContingencyPlan } from '../plans/plan-lists.ts';
import { findPlan } from '../plans/plans.ts';
import type { PlanNow } from '../plans/plan-lists.ts';
import { shownVersion } from '../../documents/index.ts';
import type { PlanTesting } from '../contract.ts';
import type { ContingencyTest } from './test-lists.ts';
import { hasCome } from './test-rules.ts';
import { lastTestOf, testingOf } from './tests.ts';

type OwnedPlan = Pick<ContingencyPlan, 'kind' | 'centreId'>;
type OwnedAsset = Pick<Asset, 'centreId' | 'ownerId'>;

/** Writers of a plan may test it (R6, R15, R16). */
export const mayTestPlan = (actor: Actor, plan: OwnedPlan, asset: OwnedAsset | undefined): boolean =>
  mayWritePlan(actor, plan, asset);

type Led = Pick<ContingencyTest, 'planKey' | 'assetKey' | 'leaderId'>;

/** May plan, start, end and evaluate it: its leader, and those who may test the plan. */
export function mayKeepTest(context: Context, actor: Actor, { planKey, assetKey, leaderId }: Led): boolean {
  if (leaderId === actor.personId) return true;
  const plan = context.list(ContingencyPlans).get(planKey);
  return plan !== undefined && mayTestPlan(actor, plan, findAsset(context, assetKey));
}

/**
 * May see and change what is to come: its leader, and those who keep it without taking part. A participant is to be
 * surprised, whatever role (R6).
 */
export const mayPrepareTest = (
  context: Context,
  actor: Actor,
  test: Led & Pick<ContingencyTest, 'participantIds'>,
): boolean =>
  test.leaderId === actor.personId ||
  (!test.participantIds.includes(actor.personId) && mayKeepTest(context, actor, test));

/** An inject is for everybody who reads the test once its minute has come, and before only for those who prepare it. */
export const mayReadInject = (
  context: Context,
  actor: Actor,
  test: ContingencyTest,
  inject: ContingencyTest['injects'][number],
): boolean => hasCome(test, inject, nowOf(context.clock)) || mayPrepareTest(context, actor, test);

/** Participants log their decisions. */
export const mayWriteTestLog = (
  context: Context,
  actor: Actor,
  test: Led & Pick<ContingencyTest, 'participantIds'>,
): boolean => test.participantIds.includes(actor.personId) || mayKeepTest(context, actor, test);

/** A plan's testing status: the latest result only for those who may read it. From memory. */
export function visibleTesting(context: Context, actor: Actor, now: PlanNow): PlanTesting {
  const testing = testingOf(context, now);
  const last = lastTestOf(context, now.plan.key);
  if (last === undefined || mayReadTest(context, actor, last)) return testing;
  const { passed: _passed, recovery: _recovery, ...known } = testing;
  return known;
}

/**
 * Participants, managers of the test, those responsible for the whole, and manager and ISKs of the centres of the plan;
 * for a plan without centres, those who see the risks of the system. The plan is for those who work by it, its
 * effectiveness for those who must act on it (R6).
 */
export function mayReadTest(
  context: Context,
  actor: Actor,
  test: Led & Pick<ContingencyTest, 'participantIds' | 'centreId'>,
): boolean {
  if (maySeeWhole(actor) || mayWriteTestLog(context, actor, test)) return true;
  const now = findPlan(context, test.planKey);
  const version = now && shownVersion(now)?.version;
  const centreIds = [...(test.centreId === undefined ? [] : [test.centreId]), ...(version?.centreIds ?? [])];
  if (centreIds.length > 0) return isLeadOf(actor, centreIds);
  const asset = findAsset(context, test.assetKey);
  return asset !== undefined && maySeeContingency(actor) && maySeeRisksOf(actor, asset);
}
