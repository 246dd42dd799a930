import { findAsset, neededByAll, type Asset } from '../../assets/index.ts';
import type { Context } from '../../context.ts';
import { consolidation, type CriticalService } from '../../critical-services/index.ts';
import type { CentreId, Instant } from '../../kernel/index.ts';
import { centres } from '../../organisation/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import { centresUsing, servicesHitBy } from '../users.ts';
import { acceptedOn, daysOf, shortest, type Accepted } from './downtime.ts';

export interface HitService {
  service: Stored<CriticalService>;
  accepted?: Accepted;
}
/** What is hit when a system is down, and for how long that can be borne. */
export interface Hit {
  /** Shortest limit first; those that nobody has given one come last. */
  services: readonly HitService[];
  /** Shortest of all, also of what has a limit of its own without a service. */
  limit?: Accepted;
  /** The limit of the system's own, or of one that needs it, where that is what decides its figure. */
  system?: Accepted;
}

/** What a system's downtime hits from one moment to another, by the dependencies of the register. From memory. */
export function hitBy(context: Context, assetKey: string, from: Instant, to: Instant): Hit {
  const days = daysOf(from, to);
  const services = servicesHitBy(context, assetKey)
    .map((service): HitService => {
      const accepted = acceptedOn(service, days);
      return { service, ...(accepted ? { accepted } : {}) };
    })
    .sort((one, other) => (one.accepted?.hours ?? Infinity) - (other.accepted?.hours ?? Infinity) || 0);
  const figure = consolidation(context).get(assetKey)?.mtd;
  const own = figure && { hours: figure.hours };
  const limit = shortest([...services.map(({ accepted }) => accepted), own]);
  return {
    services,
    ...(limit ? { limit } : {}),
    ...(own && figure?.source.kind === 'asset' ? { system: own } : {}),
  };
}

/** Systems and processes in use that cannot do without it, nearest first. From memory. */
export const dependantsOf = (context: Context, assetKey: string): Stored<Asset>[] =>
  neededByAll(context, assetKey).filter(({ state }) => state !== 'retired');

/** The centres in use that are hit: those that work with the system or with one that needs it, in their order. */
export function centresHitBy(context: Context, assetKey: string): CentreId[] {
  const reached = [findAsset(context, assetKey), ...dependantsOf(context, assetKey)];
  const using = new Set(reached.flatMap((asset) => (asset ? [...centresUsing(context)(asset.key)] : [])));
  return centresAmong(context, [...using]);
}

/** The known centres among these, each once and in their order. */
export function centresAmong(context: Context, ids: readonly string[]): CentreId[] {
  const wanted = new Set(ids);
  return centres(context).flatMap(({ key }) => (wanted.has(key) ? [key as CentreId] : []));
}
