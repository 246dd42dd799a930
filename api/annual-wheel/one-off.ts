import type { Context } from '../context.ts';
import { nowOf, todayOf, type Actor, type AssignableRole, type LocalDate, type PersonId } from '../kernel/index.ts';
import { WheelActivities } from './activity-list.ts';

/** A task that comes once, for a plan or a meeting. */
export interface OneOff {
  /** Predictable where the work that makes it may be repeated. */
  key: string;
  groupKey: string;
  title: string;
  why: string;
  source: string;
  role: AssignableRole;
  personId?: PersonId | undefined;
  scope: 'organisation' | 'centres';
  due: LocalDate;
  leadDays: number;
}

/** Makes an activity with one date and no rule. A repeat finds the first. 2 resource units. */
export async function makeOneOff(context: Context, actor: Actor, oneOff: OneOff): Promise<void> {
  const { key, groupKey, title, why, source, role, personId, scope, due, leadDays } = oneOff;
  const today = todayOf(context.clock);
  await context.list(WheelActivities).create({
    ...{ key, title, why, source, role, scope, leadDays, groupKey },
    ...(personId === undefined ? {} : { personId }),
    steps: [],
    evidence: '',
    revisions: [{ from: due < today ? due : today, scope, startsOn: due, basis: 'calendar' }],
    history: [{ at: nowOf(context.clock), by: actor.personId, what: 'made' }],
  });
}
