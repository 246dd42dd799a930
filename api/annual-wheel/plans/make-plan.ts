import type { z } from 'zod';
import { recordAct } from '../../audit/index.ts';
import type { Context } from '../../context.ts';
import {
  forbidden,
  missing,
  nowOf,
  repeatableKey,
  type Actor,
  type LocalDate,
  type PersonId,
} from '../../kernel/index.ts';
import { createOnce, type Stored } from '../../sharepoint/index.ts';
import type { ActivityGiven } from '../activity-given.ts';
import { mayEditWheel } from '../permissions.ts';
import type { planContract } from '../plan-contract.ts';
import { makeActivity } from '../save-activity.ts';
import { WheelPlans, type WheelPlan } from './plan-list.ts';
import { startPolicyPlan } from './start-policy-plan.ts';

type Body<Name extends 'POST /api/wheel/plans' | 'POST /api/wheel/plans/:planKey/tasks'> = z.output<
  (typeof planContract)[Name]['body']
>;

const leadDays = 14;

/** Throws AppError `missing` when there is no such plan. */
export function planOrThrow(context: Context, key: string): Stored<WheelPlan> {
  const plan = context.list(WheelPlans).get(key);
  if (!plan) throw missing('wheel.noSuchPlan');
  return plan;
}

/**
 * Creates an implementation plan. With a policy version it has a new policy's tasks; a repeat completes an interrupted
 * creation. Returns its key. Throws AppError `forbidden`.
 */
export async function makePlan(context: Context, actor: Actor, body: Body<'POST /api/wheel/plans'>): Promise<string> {
  if (!mayEditWheel(actor)) throw forbidden('wheel.mayNotEdit');
  const { title, policyVersionKey } = body;
  const startsOn = body.startsOn as LocalDate;
  const { personId: madeBy, language } = actor;
  if (policyVersionKey !== undefined)
    return startPolicyPlan(context, { policyVersionKey, title, startsOn, madeBy, language });
  const key = repeatableKey(actor, 'wheelPlan');
  const plan = { key, title, startsOn, madeBy, madeAt: nowOf(context.clock) };
  const { madeAt } = await createOnce<WheelPlan>(context.list(WheelPlans), plan, ['madeAt']);
  await recordAct(context, { act: 'makePlan', subjectKey: key, actorId: madeBy, at: madeAt });
  return key;
}

/** Adds a one-off task to a plan. Throws AppError `missing`, `forbidden`, `invalid`. */
export async function addPlanTask(
  context: Context,
  actor: Actor,
  planKey: string,
  body: Body<'POST /api/wheel/plans/:planKey/tasks'>,
): Promise<void> {
  if (!mayEditWheel(actor)) throw forbidden('wheel.mayNotEdit');
  const plan = planOrThrow(context, planKey);
  const { title, role, scope } = body;
  const key = repeatableKey(actor, 'planTask');
  const given: ActivityGiven = {
    title,
    why: plan.title,
    source: 'R12',
    role,
    scope,
    groupKey: plan.key,
    steps: [],
    leadDays,
    personId: body.personId as PersonId | undefined,
    startsOn: body.due as LocalDate,
    basis: 'calendar',
  };
  await makeActivity(context, actor, given, { key });
  await recordAct(context, {
    act: 'addPlanTask',
    subjectKey: planKey,
    actorId: actor.personId,
    at: nowOf(context.clock),
    occasion: key,
  });
}
