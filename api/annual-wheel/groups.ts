import type { Context } from '../context.ts';
import { NetworkMeetings } from './meetings/meeting-list.ts';
import { WheelPlans } from './plans/plan-list.ts';

/** The plan or meeting that an activity belongs to. */
export function groupOf(context: Context, groupKey: string | undefined): { key: string; title: string } | undefined {
  if (groupKey === undefined) return undefined;
  const group = context.list(WheelPlans).get(groupKey) ?? context.list(NetworkMeetings).get(groupKey);
  return group && { key: group.key, title: group.title };
}
