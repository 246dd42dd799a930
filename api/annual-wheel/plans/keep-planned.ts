import type { Context } from '../../context.ts';
import { nowOf, todayOf, type LocalDate, type PersonId } from '../../kernel/index.ts';
import { oneAtATime } from '../../one-at-a-time.ts';
import { ruleNow } from '../activity.ts';
import { WheelActivities, type WheelActivity } from '../activity-list.ts';
import { fieldsOf, revisedBy, type ActivityGiven } from '../activity-given.ts';
import { recordActivityActs } from '../record-wheel-acts.ts';
import { addActivity } from '../save-activity.ts';
import { isOpen } from '../task.ts';
import { touchTask } from '../touch-task.ts';
import { tasksOfGroup } from '../groups.ts';
import { WheelPlans } from './plan-list.ts';

/** A one-off task of one person, planned by a feature above in a plan of the year. */
export interface PlannedOnce {
  /** Key of the activity: a repeat moves it. */
  key: string;
  plan: { key: string; title: string; startsOn: LocalDate };
  title: string;
  why: string;
  source: string;
  personId: PersonId;
  due: LocalDate;
}

const leadDays = 14;

/**
 * Adds it to the wheel, or moves it, for the person who planned it with permission. What is planned for the past is due
 * today; what has become overdue and is moved is due on its new day. A
 * plan that is empty after the move goes.
 * Idempotent; 4 resource units for the plan and for the task. Throws AppError: invalid, unavailable.
 */
export const keepPlanned = (context: Context, by: PersonId, planned: PlannedOnce): Promise<void> =>
  oneAtATime(context, 'planned once', () => keepInTurn(context, by, planned));

async function keepInTurn(context: Context, by: PersonId, planned: PlannedOnce): Promise<void> {
  const { key, plan, due, ...what } = planned;
  const today = todayOf(context.clock);
  await context.list(WheelPlans).create({ ...plan, madeBy: by, madeAt: nowOf(context.clock) });
  const known = context.list(WheelActivities).get(key);
  const given: ActivityGiven = {
    ...what,
    role: 'securityTeam',
    scope: 'organisation',
    steps: [],
    leadDays,
    groupKey: plan.key,
    basis: 'calendar',
    startsOn: due < today && due !== startOf(known) ? today : due,
  };
  if (!known) {
    await addActivity(context, by, given, { key });
    return;
  }
  const moved = await context.list(WheelActivities).update(key, (current) => {
    const revisions = revisedBy(current, given, today);
    const isSame =
      current.personId === given.personId &&
      current.title === given.title &&
      current.why === given.why &&
      current.groupKey === given.groupKey;
    if (current.closedOn !== undefined || (isSame && revisions === current.revisions)) return undefined;
    return {
      ...fieldsOf(given),
      revisions,
      history: [...current.history, { at: nowOf(context.clock), by, what: 'changed' as const }],
    };
  });
  await recordActivityActs(context, moved);
  if (known.groupKey !== undefined && known.groupKey !== moved.groupKey) await removeIfEmpty(context, known.groupKey);
}

/** A year's plan whose last task has moved to another year. */
async function removeIfEmpty(context: Context, planKey: string): Promise<void> {
  const activities = context.list(WheelActivities).all();
  if (!activities.some(({ groupKey }) => groupKey === planKey)) await context.list(WheelPlans).remove(planKey);
}

/** When it is due and for whom, and when that was last changed; undefined: not on the wheel. From memory. */
export function plannedOnWheel(
  context: Context,
  key: string,
): { due: LocalDate; personId?: PersonId | undefined; changedAt?: string | undefined } | undefined {
  const activity = context.list(WheelActivities).get(key);
  if (!activity) return undefined;
  return { due: ruleNow(activity).startsOn, personId: activity.personId, changedAt: activity.history.at(-1)?.at };
}

const startOf = (activity: WheelActivity | undefined): LocalDate | undefined => activity && ruleNow(activity).startsOn;

/** Completes it, as detected by the program. Idempotent, also if moved away or cancelled. 4 resource units, or none. */
export async function completePlanned(
  context: Context,
  done: { key: string; planKey: string; by: PersonId; note: string },
): Promise<void> {
  for (const task of tasksOfGroup(context, done.planKey)) {
    if (task.activity.key !== done.key || !isOpen(task)) continue;
    await touchTask(context, { personId: done.by }, task, ({ state }) =>
      state === 'done' || state === 'cancelled'
        ? undefined
        : {
            state: 'done',
            doneOn: todayOf(context.clock),
            doneBy: done.by,
            note: done.note,
            event: { what: 'completed', text: done.note },
          },
    );
  }
}

/** Cancels it: completed work stays, open work is no longer owed. 4 resource units, or none. */
export async function closePlanned(
  context: Context,
  { key, by, reason }: { key: string; by: PersonId; reason: string },
): Promise<void> {
  if (!context.list(WheelActivities).get(key)) return;
  const closed = await context.list(WheelActivities).update(key, (current) => {
    if (current.closedOn !== undefined) return undefined;
    const event = { at: nowOf(context.clock), by, what: 'closed' as const, reason };
    return { closedOn: todayOf(context.clock), history: [...current.history, event] };
  });
  await recordActivityActs(context, closed);
}
