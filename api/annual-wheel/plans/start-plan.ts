import { recordAct } from '../../audit/index.ts';
import type { Context } from '../../context.ts';
import { nowOf, shortKey, todayOf, type AssignableRole, type LocalDate, type PersonId } from '../../kernel/index.ts';
import type { ActivityGiven } from '../activity-given.ts';
import { addActivity } from '../save-activity.ts';
import { WheelPlans } from './plan-list.ts';

/** A task that follows from a decision. */
export interface DecidedTask {
  /** Unique within the plan; letters, digits and hyphens. */
  key: string;
  title: string;
  why: string;
  /** Source of the demand, e.g. R13. */
  source: string;
  role: AssignableRole;
  scope: 'organisation' | 'centres';
  due: LocalDate;
}

export interface DecidedPlan {
  /** Stable, so that a repeat after a crash finds it. */
  key: string;
  title: string;
  startsOn: LocalDate;
  /** Submitter of the decision. */
  madeBy: PersonId;
  policyVersionKey?: string;
  tasks: readonly DecidedTask[];
}

const leadDays = 14;

/**
 * Starts a decision's plan (R10, R13), automatically and without permission to edit the wheel. Overdue tasks are due
 * today. Idempotent; 4 resource units for the plan and for each missing task. Throws AppError: invalid (see
 * `checkActivity`), unavailable.
 */
export async function startPlan(context: Context, plan: DecidedPlan): Promise<void> {
  const { key, title, startsOn, madeBy, policyVersionKey, tasks } = plan;
  const madeAt = nowOf(context.clock);
  const { record } = await context.list(WheelPlans).create({
    key,
    title: title.slice(0, 255),
    startsOn,
    madeBy,
    madeAt,
    ...(policyVersionKey === undefined ? {} : { policyVersionKey }),
  });
  const today = todayOf(context.clock);
  for (const task of tasks) {
    const { title: what, why, source, role, scope, due } = task;
    const given: ActivityGiven = {
      title: what,
      why,
      source,
      role,
      scope,
      leadDays,
      groupKey: key,
      steps: [],
      basis: 'calendar',
      startsOn: due < today ? today : due,
    };
    await addActivity(context, madeBy, given, { key: shortKey(`${key}-${task.key}`) });
  }
  await recordAct(context, { act: 'makePlan', subjectKey: key, actorId: madeBy, at: record.madeAt });
}
