import { findAsset, neededByAll, type Asset } from '../../assets/index.ts';
import type { Context } from '../../context.ts';
import { consolidation, type CriticalService } from '../../critical-services/index.ts';
import { invalid, type CentreId, type Instant } from '../../kernel/index.ts';
import { centres } from '../../organisation/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import { centresUsing, servicesHitBy } from '../users.ts';
import { acceptedOn, daysOf, shortest, type Accepted } from './downtime.ts';

export interface HitService {
  service: Stored<CriticalService>;
  accepted?: Accepted;
}
/** Impact of a system's downtime, and its limits. */
export interface Hit {
  /** Shortest limit first; without a limit last. */
  services: readonly HitService[];
  /** Shortest of all, including limits set without a service. */
  limit?: Accepted;
  /** The limit of the system, or of a dependant, where it decides the figure. */
  system?: Accepted;
}

/** The impact of a system's downtime over a period, by the register's dependencies. From memory. */
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

/** Systems and processes in use that depend on it, nearest first. From memory. */
export const dependantsOf = (context: Context, assetKey: string): Stored<Asset>[] =>
  neededByAll(context, assetKey).filter(({ state }) => state !== 'retired');

/** The affected centres in use: those that work with the system or with a dependant, in order. */
export function centresHitBy(context: Context, assetKey: string): CentreId[] {
  const reached = [findAsset(context, assetKey), ...dependantsOf(context, assetKey)];
  const using = new Set(reached.flatMap((asset) => (asset ? [...centresUsing(context)(asset.key)] : [])));
  return centresAmong(context, [...using]);
}

/** The known centres among these, distinct and in order. */
function centresAmong(context: Context, ids: readonly string[]): CentreId[] {
  const wanted = new Set(ids);
  return centres(context).flatMap(({ key }) => (wanted.has(key) ? [key as CentreId] : []));
}

/**
 * The affected centres that somebody says, distinct and in order; none is possible. Those that stand already may stay
 * after they have closed. From memory. Throws AppError invalid `contingency.unknownCentre`.
 */
export function centresSaid(context: Context, ids: readonly string[], standing: readonly CentreId[] = []): CentreId[] {
  const open = centresAmong(context, ids);
  const others = [...new Set(ids)].filter((id) => !open.some((one) => one === id));
  const closed = standing.filter((id) => others.includes(id));
  if (closed.length < others.length) throw invalid('contingency.unknownCentre', { field: 'centreIds' });
  return [...open, ...closed];
}
