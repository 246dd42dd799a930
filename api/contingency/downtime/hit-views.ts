import { assetRefOf, dependsOnAll } from '../../assets/index.ts';
import type { Context } from '../../context.ts';
import { findService, isSoundDowntime } from '../../critical-services/index.ts';
import type { Instant } from '../../kernel/index.ts';
import { centreRef } from '../../organisation/index.ts';
import type { DowntimeLimit, HitServiceView } from '../contract.ts';
import type { Downtime } from '../exercises/test-lists.ts';
import { hoursAfter, type Accepted } from './downtime.ts';
import { runningDowntimes } from './downtimes.ts';
import { dependantsOf, hitBy } from './hit.ts';

const limitView = (startedAt: Instant, { hours, peak }: Accepted): DowntimeLimit => ({
  hours,
  until: hoursAfter(startedAt, hours),
  ...(peak === undefined ? {} : { peak }),
});
const centreOf = (context: Context, centreId: string | undefined) => {
  const title = centreRef(context, centreId)?.title;
  return title === undefined ? {} : { centre: title };
};

/** Impact of a downtime from its start until now, with current limits. */
export function hitView(context: Context, assetKey: string, startedAt: Instant, now: Instant) {
  const { services, limit } = hitBy(context, assetKey, startedAt, now);
  return {
    services: services.map(({ service: { key, title, centreId }, accepted }): HitServiceView => ({
      key,
      title,
      ...centreOf(context, centreId),
      ...(accepted ? { limit: limitView(startedAt, accepted) } : {}),
    })),
    ...(limit ? { limit: limitView(startedAt, limit) } : {}),
  };
}

/** The same as frozen at closing. */
export function frozenView(context: Context, { startedAt, hit, mtd, kept }: Downtime) {
  return {
    services: [...hit]
      .sort((one, other) => (one.mtd ?? Infinity) - (other.mtd ?? Infinity) || 0)
      .map(({ key, title, mtd: hours, kept: wasKept }): HitServiceView => ({
        key,
        title,
        ...centreOf(context, findService(context, key)?.centreId),
        ...(isSoundDowntime(hours) ? { limit: limitView(startedAt, { hours }), kept: wasKept } : {}),
      })),
    ...(isSoundDowntime(mtd) ? { limit: limitView(startedAt, { hours: mtd }) } : {}),
    ...(kept === undefined ? {} : { kept }),
  };
}

/** The system's dependants, and related current downtimes. */
export function aroundView(context: Context, assetKey: string, ownKey?: string) {
  const dependants = dependantsOf(context, assetKey);
  const above = new Set(dependants.map(({ key }) => key));
  const below = new Set(dependsOnAll(context, assetKey).map(({ key }) => key));
  const running = runningDowntimes(context).filter(({ key }) => key !== ownKey);
  const same = running.find((one) => one.assetKey === assetKey);
  const refs = (keys: ReadonlySet<string>) =>
    running.filter((one) => keys.has(one.assetKey)).map(({ key, title }) => ({ key, title }));
  return {
    dependants: dependants.map(assetRefOf),
    related: {
      ...(same ? { same: { key: same.key, title: same.title } } : {}),
      needs: refs(below),
      neededBy: refs(above),
    },
  };
}
