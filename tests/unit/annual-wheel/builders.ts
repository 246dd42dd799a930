import {
  WheelActivities,
  WheelTasks,
  findTask,
  type Revision,
  type WheelActivity,
} from '../../../api/annual-wheel/index.ts';
import type { Context } from '../../../api/context.ts';
import { aTown, day } from '../organisation/builders.ts';

/** Default day of these tests. */
export const today = '2026-06-15';

export const aRevision = (changes: Partial<Revision> = {}): Revision => ({
  from: day('2026-01-01'),
  scope: 'organisation',
  rule: 'FREQ=YEARLY',
  startsOn: day('2026-09-01'),
  basis: 'calendar',
  ...changes,
});

/** A yearly activity of the security team created on New Year's Day; `rule` overrides later values. */
export const anActivity = (
  key: string,
  changes: Partial<WheelActivity> = {},
  rule: Partial<Revision> = {},
): WheelActivity => ({
  key,
  title: `Aktivitet ${key}`,
  why: 'Fordi politikken siger det',
  source: 'R2',
  role: 'securityTeam',
  scope: rule.scope ?? 'organisation',
  steps: [],
  evidence: '',
  leadDays: 14,
  revisions: [aRevision(rule)],
  history: [{ at: '2026-01-01T08:00:00.000Z', by: 'ciso', what: 'made' }],
  ...changes,
});

/** A small town with these activities on its wheel. */
export async function aWheel(...activities: WheelActivity[]) {
  const world = await aTown(`${today}T08:00:00.000Z`);
  for (const activity of activities) await world.context.list(WheelActivities).create(activity);
  return { ...world, onDay: (date: string) => world.setNow(`${date}T08:00:00.000Z`) };
}

export const touchedTasks = (context: Context) => context.list(WheelTasks).all();

export function theTask(context: Context, key: string) {
  const task = findTask(context, key);
  if (!task) throw new Error(`no task ${key}`);
  return task;
}
