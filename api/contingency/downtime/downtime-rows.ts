import type { Context } from '../../context.ts';
import { nowOf } from '../../kernel/index.ts';
import { personRef } from '../../organisation/index.ts';
import type { DowntimeRow } from '../contract.ts';
import type { Downtime } from '../exercises/test-lists.ts';
import { frozenView, hitView } from './hit-views.ts';
import { centreRefs } from './preview.ts';

/** The impact: live while it runs, frozen afterwards. */
export const affectedBy = (context: Context, downtime: Downtime) =>
  downtime.state === 'running'
    ? hitView(context, downtime.assetKey, downtime.startedAt, nowOf(context.clock))
    : frozenView(context, downtime);

/** A downtime as one line. */
export function downtimeRowOf(context: Context, downtime: Downtime): DowntimeRow {
  const { key, title, assetKey, state, startedAt, endedAt, dataLoss, reportedBy } = downtime;
  const { services, ...rest } = affectedBy(context, downtime);
  return {
    key,
    title,
    assetKey,
    state,
    startedAt,
    ...rest,
    services: services.length,
    ...(endedAt === undefined ? {} : { endedAt }),
    ...(dataLoss === undefined ? {} : { dataLoss }),
    centres: centreRefs(context, downtime.centreIds),
    reportedBy: personRef(context, reportedBy),
  };
}
