import { assetRefOf, Assets, findAsset } from '../../assets/index.ts';
import type { Context } from '../../context.ts';
import { CriticalServices } from '../../critical-services/index.ts';
import { centresOf, holds, localDate, nowOf, todayOf, yearOf, yearsToChoose, type Actor } from '../../kernel/index.ts';
import { centres, fold, foldedMatch, freshnessOf } from '../../organisation/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import type { DowntimesQuery } from '../contract.ts';
import { planWriters } from '../permissions.ts';
import { mayReadDowntime } from '../exercises/downtime-log.ts';
import { Downtimes, type Downtime } from '../exercises/test-lists.ts';
import { downtimeRowOf } from './downtime-rows.ts';
import { runningDowntimes } from './downtimes.ts';
import { everyCentre } from './preview.ts';
import { compareDanish } from '../../texts/format.ts';

type Order = (one: Downtime, other: Downtime) => number;

const lengthOf = ({ startedAt, endedAt }: Downtime): number =>
  endedAt === undefined ? Infinity : Date.parse(endedAt) - Date.parse(startedAt);
/** Exceeded before met; without a limit last. */
const keptRank = ({ kept }: Downtime): number => (kept === undefined ? 2 : Number(kept));
const orders: Record<DowntimesQuery['sort'], Order> = {
  startedAt: (one, other) => one.startedAt.localeCompare(other.startedAt),
  title: (one, other) => compareDanish(one.title, other.title),
  length: (one, other) => lengthOf(one) - lengthOf(other) || 0,
  kept: (one, other) => keptRank(one) - keptRank(other),
};

/** The Danish year in which it began. */
export const yearBegun = ({ startedAt }: Downtime): number => yearOf(localDate(startedAt));
/** Without false alarms: they were none. */
export const isReal = ({ state }: Downtime): boolean => state !== 'cancelled';
const isOfState = (downtime: Downtime, wanted: DowntimesQuery['state']): boolean =>
  wanted === undefined || (wanted === 'real' ? isReal(downtime) : downtime.state === wanted);

type Filter = Omit<DowntimesQuery, 'offset' | 'limit'>;

/** The downtimes of a query, sorted. From memory. */
export function downtimesFound(context: Context, actor: Actor, query: Filter): Stored<Downtime>[] {
  const { outcome, centreId, assetKey, sort, descending } = query;
  const search = fold(query.q ?? '');
  const wanted = centreId === 'mine' ? centresOf(actor, 'centreManager', 'coordinator') : [centreId];
  const order = orders[sort];
  return context
    .list(Downtimes)
    .all()
    .filter(
      (downtime) =>
        mayReadDowntime(context, actor, downtime) &&
        isOfState(downtime, query.state) &&
        (query.year === undefined || yearBegun(downtime) === query.year) &&
        (outcome === undefined || downtime.kept === (outcome === 'kept')) &&
        (assetKey === undefined || downtime.assetKey === assetKey) &&
        (centreId === undefined || downtime.centreIds.some((id) => wanted.includes(id))) &&
        foldedMatch(fold(`${downtime.title} ${downtime.note} ${downtime.cause}`), search),
    )
    .sort((one, other) => (descending ? order(other, one) : order(one, other)) || other.key.localeCompare(one.key));
}

/** Current and past downtimes. From memory. */
export function downtimesView(context: Context, actor: Actor, query: DowntimesQuery) {
  const found = downtimesFound(context, actor, query);
  const { offset, limit } = query;
  const seen = context
    .list(Downtimes)
    .all()
    .filter((downtime) => mayReadDowntime(context, actor, downtime));
  const asset = query.assetKey === undefined ? undefined : findAsset(context, query.assetKey);
  return {
    running: runningDowntimes(context).map((one) => downtimeRowOf(context, one)),
    downtimes: found.slice(offset, offset + limit).map((one) => downtimeRowOf(context, one)),
    total: found.length,
    counts: {
      over: seen.filter(({ state }) => state === 'closed').length,
      broken: seen.filter(({ kept }) => kept === false).length,
    },
    centres: centres(context).length > 1 ? everyCentre(context) : [],
    years: yearsToChoose(todayOf(context.clock), seen.map(yearBegun)),
    ...(asset ? { asset: assetRefOf(asset) } : {}),
    abilities: {
      report:
        holds(actor, ...planWriters) ||
        context
          .list(Assets)
          .all()
          .some(({ ownerId, state }) => ownerId === actor.personId && state !== 'retired'),
    },
    now: nowOf(context.clock),
    freshness: freshnessOf(context, Downtimes, CriticalServices, Assets),
  };
}
