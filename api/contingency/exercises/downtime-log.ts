import { findAsset } from '../../assets/index.ts';
import type { Context } from '../../context.ts';
import type { Actor } from '../../kernel/index.ts';
import { isLeadOf, mayKeepDowntime, mayReadDowntimeOf } from '../permissions.ts';
import type { LogSubject } from './log-subject.ts';
import { Downtimes, type Downtime } from './test-lists.ts';

export const downtimePath = (downtimeKey: string): string => `/contingency/downtime/${encodeURIComponent(downtimeKey)}`;

/** The affected centres' people see their plan, not the record. */
export const mayReadDowntime = (context: Context, actor: Actor, downtime: Downtime): boolean =>
  mayReadDowntimeOf(actor, downtime, findAsset(context, downtime.assetKey));

/** A downtime as a log subject. */
export function downtimeLog(context: Context, actor: Actor, subjectKey: string): LogSubject | undefined {
  const downtime = context.list(Downtimes).get(subjectKey);
  if (!downtime) return undefined;
  const { key, title, state } = downtime;
  const mayKeep = mayKeepDowntime(actor, downtime, findAsset(context, downtime.assetKey));
  // The affected centres log their own events.
  const mayWrite = mayKeep || isLeadOf(actor, downtime.centreIds);
  return {
    source: 'downtime',
    key,
    title,
    path: downtimePath(key),
    isOpen: state === 'running',
    mayRead: mayReadDowntime(context, actor, downtime),
    mayWrite,
    mayKeep,
  };
}
