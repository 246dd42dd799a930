import { findAsset, type Asset } from '../../assets/index.ts';
import type { Context } from '../../context.ts';
import type { Actor } from '../../kernel/index.ts';
import { mayReadPlan, maySeeContingency, mayWritePlan } from '../permissions.ts';
import { ContingencyPlans, type ContingencyPlan } from '../plan-lists.ts';
import { findPlan, shownVersionOf } from '../plans/plans.ts';
import { partsOf } from '../plans/plan-people.ts';
import type { ContingencyTest } from '../test-lists.ts';

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

/** Whoever takes part, keeps it, reads contingency or reads the plan. */
export function mayReadTest(
  context: Context,
  actor: Actor,
  test: Led & Pick<ContingencyTest, 'participantIds'>,
): boolean {
  if (maySeeContingency(actor) || mayWriteTestLog(context, actor, test)) return true;
  const now = findPlan(context, test.planKey);
  const version = now && shownVersionOf(now)?.version;
  if (!version) return false;
  const named = partsOf(version.content).map(({ personId }): string => personId);
  return mayReadPlan(actor, { centreIds: version.centreIds, named }, findAsset(context, test.assetKey));
}
