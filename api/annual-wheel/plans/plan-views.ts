import type { Context } from '../../context.ts';
import { todayOf, type Actor } from '../../kernel/index.ts';
import { freshnessOf } from '../../organisation/index.ts';
import { WheelActivities } from '../activity-list.ts';
import { tasksOfGroup } from '../groups.ts';
import { mayEditWheel } from '../permissions.ts';
import type { PlanView } from '../plan-contract.ts';
import { taskLook } from '../task.ts';
import { taskRowOf } from '../task-views.ts';
import { WheelTasks } from '../task-list.ts';
import { planOrThrow } from './make-plan.ts';
import { WheelPlans, type WheelPlan } from './plan-list.ts';

/** A plan with its progress; cancelled tasks are not counted. */
export function planView(context: Context, actor: Actor, key: string): PlanView {
  const plan: WheelPlan = planOrThrow(context, key);
  const today = todayOf(context.clock);
  const tasks = tasksOfGroup(context, key);
  const count = (look: ReturnType<typeof taskLook>) => tasks.filter((task) => taskLook(task, today) === look).length;
  return {
    key,
    title: plan.title,
    ...(plan.policyVersionKey === undefined ? {} : { policyVersionKey: plan.policyVersionKey }),
    tasks: tasks.map((task) => taskRowOf(context, actor, task, today)),
    total: tasks.length - count('cancelled'),
    done: count('done'),
    overdue: count('overdue'),
    ...closedView(context, key),
    abilities: { edit: mayEditWheel(actor) },
  };
}

/** When and why all of it ended; empty while some continues. */
function closedView(context: Context, planKey: string): Pick<PlanView, 'closed'> {
  const activities = context
    .list(WheelActivities)
    .all()
    .filter(({ groupKey }) => groupKey === planKey);
  const ends = activities.flatMap(({ closedOn, history }) =>
    closedOn === undefined
      ? []
      : [{ on: closedOn, reason: history.findLast(({ what }) => what === 'closed')?.reason ?? '' }],
  );
  const last = ends.sort((one, other) => one.on.localeCompare(other.on)).at(-1);
  return last && ends.length === activities.length ? { closed: last } : {};
}

/** All plans, newest first. */
export const planList = (context: Context, actor: Actor) => ({
  plans: [...context.list(WheelPlans).all()]
    .sort((one, other) => other.madeAt.localeCompare(one.madeAt))
    .map(({ key }) => planView(context, actor, key)),
  abilities: { edit: mayEditWheel(actor) },
  freshness: freshnessOf(context, WheelPlans, WheelActivities, WheelTasks),
});
