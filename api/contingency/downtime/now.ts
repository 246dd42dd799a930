import type { Context } from '../../context.ts';
import { centresOf, holds, type Actor } from '../../kernel/index.ts';
import { planForCentre, planPath } from '../plans/plans.ts';
import { mayReadDowntime } from '../exercises/downtime-log.ts';
import { downtimePath } from '../exercises/downtime-log.ts';
import { runningDowntimes } from './downtimes.ts';

/**
 * Current downtimes that affect the reader: the own centre and those they are responsible for, all for the security
 * team. Requested at every opening of the tab, so only running ones are examined. From memory.
 */
export function downNow(context: Context, actor: Actor) {
  const own = [
    ...(actor.centreId === undefined ? [] : [actor.centreId]),
    ...centresOf(actor, 'centreManager', 'coordinator'),
  ];
  const seesAll = holds(actor, 'ciso', 'securityTeam');
  const downtimes = runningDowntimes(context).flatMap((downtime) => {
    const { key, title, startedAt, assetKey, centreIds } = downtime;
    const centreId = own.find((one) => centreIds.includes(one));
    if (centreId === undefined && !seesAll) return [];
    const plan = centreId === undefined ? undefined : planForCentre(context, assetKey, centreId);
    return [
      {
        key,
        title,
        since: startedAt,
        // Only approved procedures are linked.
        ...(plan?.current ? { planPath: planPath(plan.plan.key) } : {}),
        ...(mayReadDowntime(context, actor, downtime) ? { path: downtimePath(key) } : {}),
      },
    ];
  });
  return { downtimes };
}
