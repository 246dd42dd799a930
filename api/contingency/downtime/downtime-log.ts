import { findAsset, maySeeAsset } from '../../assets/index.ts';
import type { Context } from '../../context.ts';
import type { Actor } from '../../kernel/index.ts';
import { mayKeepDowntime, maySeeContingency } from '../permissions.ts';
import type { LogSubject } from '../tests/log-subject.ts';
import { Downtimes, type Downtime } from '../test-lists.ts';
import { downtimePath } from './downtimes.ts';

/** Whoever sees contingency, keeps it, or owns the system. The people of the hit centres see their plan, not the record. */
export function mayReadDowntime(context: Context, actor: Actor, downtime: Downtime): boolean {
  const asset = findAsset(context, downtime.assetKey);
  return (
    maySeeContingency(actor) ||
    mayKeepDowntime(actor, downtime, asset) ||
    (asset !== undefined && maySeeAsset(actor, asset))
  );
}

/** A downtime, as its log and its improvements need to know it. */
export function downtimeLog(context: Context, actor: Actor, subjectKey: string): LogSubject | undefined {
  const downtime = context.list(Downtimes).get(subjectKey);
  if (!downtime) return undefined;
  const { key, title, state } = downtime;
  const mayKeep = mayKeepDowntime(actor, downtime, findAsset(context, downtime.assetKey));
  return {
    ...{ source: 'downtime', key, title, path: downtimePath(key), isOpen: state === 'running' },
    ...{ mayRead: mayReadDowntime(context, actor, downtime), mayWrite: mayKeep, mayKeep },
  };
}
