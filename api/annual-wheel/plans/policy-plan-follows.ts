import type { Context } from '../../context.ts';
import { nowOf, todayOf, type PersonId } from '../../kernel/index.ts';
import { WheelActivities } from '../activity-list.ts';
import { tasksOfGroup } from '../groups.ts';
import { recordActivityActs } from '../record-wheel-acts.ts';
import { isOpen } from '../task.ts';
import { touchTask } from '../touch-task.ts';
import { WheelPlans } from './plan-list.ts';
import type { policySteps } from './policy-steps.ts';

const plansOf = (context: Context, policyVersionKey: string) =>
  context
    .list(WheelPlans)
    .all()
    .filter((plan) => plan.policyVersionKey === policyVersionKey);

/**
 * Completes a policy plan's step that the program has detected as done. Idempotent, also if moved to another plan or
 * cancelled. 4 resource units, none when nothing is open. Throws AppError `unavailable`.
 */
export async function completePolicyStep(
  context: Context,
  done: { policyVersionKey: string; step: (typeof policySteps)[number]['key']; by: PersonId; note: string },
): Promise<void> {
  const { policyVersionKey, step, by, note } = done;
  for (const { key } of plansOf(context, policyVersionKey))
    for (const task of tasksOfGroup(context, key)) {
      if (!task.activity.key.endsWith(`-${step}`) || !isOpen(task)) continue;
      await touchTask(context, { personId: by }, task, ({ state }) =>
        state === 'done' || state === 'cancelled'
          ? undefined
          : {
              state: 'done',
              doneOn: todayOf(context.clock),
              doneBy: by,
              note,
              event: { what: 'completed', text: note },
            },
      );
    }
}

/**
 * Closes the plan of a replaced version: completed work stays, open work is no longer owed. 4 resource units for each
 * task, none when all are closed. Throws AppError `unavailable`.
 */
export async function closePolicyPlan(
  context: Context,
  closed: { policyVersionKey: string; by: PersonId; reason: string },
): Promise<void> {
  const { policyVersionKey, by, reason } = closed;
  const plans = new Set(plansOf(context, policyVersionKey).map(({ key }) => key));
  if (plans.size === 0) return;
  for (const { key, groupKey, closedOn } of context.list(WheelActivities).all()) {
    if (groupKey === undefined || !plans.has(groupKey) || closedOn !== undefined) continue;
    const written = await context.list(WheelActivities).update(key, (current) => {
      if (current.closedOn !== undefined) return undefined;
      const event = { at: nowOf(context.clock), by, what: 'closed' as const, reason };
      return { closedOn: todayOf(context.clock), history: [...current.history, event] };
    });
    await recordActivityActs(context, written);
  }
}
