import { findAsset, maySeeRisksOf, type Asset } from '../../assets/index.ts';
import type { Context } from '../../context.ts';
import type { Actor } from '../../kernel/index.ts';
import { isLeadOf, maySeeContingency, maySeeWhole, mayWritePlan } from '../permissions.ts';
import { ContingencyPlans, type ContingencyPlan } from '../plans/plan-lists.ts';
import { findPlan } from '../plans/plans.ts';
import type { PlanNow } from '../plans/plan-lists.ts';
import { shownVersion } from '../../documents/index.ts';
import type { PlanTesting } from '../contract.ts';
import type { ContingencyTest } from './test-lists.ts';
import { lastTestOf, testingOf } from './tests.ts';

type OwnedPlan = Pick<ContingencyPlan, 'kind' | 'centreId'>;
type OwnedAsset = Pick<Asset, 'centreId' | 'ownerId'>;

/** Whoever writes a plan has it tested (R6, R15, R16). */
export const mayTestPlan = (actor: Actor, plan: OwnedPlan, asset: OwnedAsset | undefined): boolean =>
  mayWritePlan(actor, plan, asset);

type Led = Pick<ContingencyTest, 'planKey' | 'assetKey' | 'leaderId'>;

/** Plans, starts, ends and evaluates it: the one who leads it, and whoever has the plan tested. */
export function mayKeepTest(context: Context, actor: Actor, { planKey, assetKey, leaderId }: Led): boolean {
  if (leaderId === actor.personId) return true;
  const plan = context.list(ContingencyPlans).get(planKey);
  return plan !== undefined && mayTestPlan(actor, plan, findAsset(context, assetKey));
}

/** Those who take part write down what they decide. */
export const mayWriteTestLog = (
  context: Context,
  actor: Actor,
  test: Led & Pick<ContingencyTest, 'participantIds'>,
): boolean => test.participantIds.includes(actor.personId) || mayKeepTest(context, actor, test);

/** How a plan stands with its tests: how the latest went only for those who may read that. From memory. */
export function testingSeen(context: Context, actor: Actor, now: PlanNow): PlanTesting {
  const testing = testingOf(context, now);
  const last = lastTestOf(context, now.plan.key);
  if (last === undefined || mayReadTest(context, actor, last)) return testing;
  const { passed: _passed, recovery: _recovery, ...known } = testing;
  return known;
}

/**
 * Whoever takes part, keeps it or answers for the whole, and manager and ISKs of the centres whose plan it is; where that is
 * no centre's, whoever sees the risks of the system. The plan is for those who work by it, how well it works for those who
 * must do something about it (R6).
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
