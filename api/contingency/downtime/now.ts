import type { Context } from '../../context.ts';
import { centresOf, holds, type Actor } from '../../kernel/index.ts';
import { planForCentre, planPath } from '../plans/plans.ts';
import { mayReadDowntime } from '../exercises/downtime-log.ts';
import { downtimePath } from '../exercises/downtime-log.ts';
import { runningDowntimes } from './downtimes.ts';

/**
 * What is down now and hits the reader: of the own centre and those that the reader answers for, of all for the
 * security team. Asked by everybody who opens the tab, so it looks at what runs and nothing else. From memory.
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
        // What nobody has approved is not a procedure to follow.
        ...(plan?.current ? { planPath: planPath(plan.plan.key) } : {}),
        ...(mayReadDowntime(context, actor, downtime) ? { path: downtimePath(key) } : {}),
      },
    ];
  });
  return { downtimes };
}
