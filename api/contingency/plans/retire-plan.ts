import type { Context } from '../../context.ts';
import { conflict, nowOf, type Actor } from '../../kernel/index.ts';
import { ContingencyPlans } from './plan-lists.ts';
import { readable, writable, writesPlan } from './plan-access.ts';
import { recordPlan } from './record-plan-acts.ts';

/**
 * It applies no longer (R5): it leaves the register and the packs, and nobody owes anything for it. Repeating is a
 * success. 4 resource units. Throws AppError: missing, forbidden, conflict `contingency.notInForce`
 * `contingency.planWaiting` (withdraw what is being decided first).
 */
export async function retirePlan(
  context: Context,
  actor: Actor,
  { planKey, reason }: { planKey: string; reason: string },
): Promise<void> {
  const found = readable(context, actor, planKey);
  if (found.plan.retiredAt !== undefined && writesPlan(context, actor, found.plan)) return;
  const { current, coming } = writable(context, actor, planKey);
  if (!current) throw conflict('contingency.notInForce');
  if (coming?.state === 'waiting' || current.renewing) throw conflict('contingency.planWaiting');
  const retired = await context
    .list(ContingencyPlans)
    .update(planKey, ({ retiredAt }) =>
      retiredAt === undefined
        ? { retiredAt: nowOf(context.clock), retiredBy: actor.personId, retiredReason: reason }
        : undefined,
    );
  await recordPlan(context, retired);
}
