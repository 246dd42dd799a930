import { assetRefOf, Assets, type Asset, dependants } from '../../assets/index.ts';
import type { Context } from '../../context.ts';
import { vitality, CriticalServices, servicesInUse } from '../../critical-services/index.ts';
import { nowOf, type Actor, type CentreId } from '../../kernel/index.ts';
import { centreRef, centres, fold, foldedMatch, freshnessOf } from '../../organisation/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import type { DowntimePreview } from '../contract.ts';
import { mayReportDowntime } from '../permissions.ts';
import { servicesHitBy } from '../users.ts';
import { ContingencyPlans } from '../plans/plan-lists.ts';
import { Downtimes } from '../exercises/test-lists.ts';
import { runningOf, startOf } from './downtimes.ts';
import { centresHitBy } from './hit.ts';
import { aroundView, hitView } from './hit-views.ts';
import { reportable } from './report-downtime.ts';
import { toldOf } from './told.ts';
import { compareDanish } from '../../texts/format.ts';
import { derivation } from '../../derivation.ts';

const most = 20;

export const centreRefs = (context: Context, ids: readonly CentreId[]) =>
  ids.map((id) => centreRef(context, id) ?? { id, title: id });
export const everyCentre = (context: Context) => centres(context).map(({ key, title }) => ({ id: key, title }));
/** Those that a form about affected centres shows: a closed one that is affected may stay. From memory. */
export function centresToChoose(context: Context, affected: readonly CentreId[]) {
  const open = everyCentre(context);
  const closed = affected.filter((id) => !open.some((one) => one.id === id));
  return [...open, ...centreRefs(context, closed)];
}

/** Impact and recipients before a report. Throws AppError as `reportDowntime`. From memory. */
export function downtimePreview(
  context: Context,
  actor: Actor,
  query: { assetKey: string; startedAt?: string | undefined },
): DowntimePreview {
  const asset = reportable(context, actor, query.assetKey);
  const centreIds = centresHitBy(context, asset.key);
  const { leaders, others, named } = toldOf(context, { assetKey: asset.key, centreIds });
  return {
    asset: assetRefOf(asset),
    ...hitView(context, asset.key, startOf(context, query.startedAt), nowOf(context.clock)),
    ...aroundView(context, asset.key),
    centres: centreRefs(context, centreIds),
    allCentres: everyCentre(context),
    told: { leaders: leaders.length, others: others.length, named: named.length },
    freshness: freshnessOf(context, Downtimes, CriticalServices, Assets, ContingencyPlans),
  };
}

/** Systems in use that the actor may report: vital ones with most dependants first. From memory. */
export function assetsToReport(context: Context, actor: Actor, q: string) {
  const vital = vitality(context);
  const needed = dependedOn(context);
  const isVital = ({ key }: Asset) => vital.get(key)?.is === true;
  const search = fold(q);
  const found = context
    .list(Assets)
    .all()
    .filter((asset) => asset.state !== 'retired' && mayReportDowntime(actor, asset))
    .filter(({ title, supplier }) => foldedMatch(fold(`${title} ${supplier ?? ''}`), search));
  const weighed = found.map((asset) => ({ asset, weight: weightOf(asset) }));
  const sorted = weighed.sort(
    (one, other) => other.weight - one.weight || compareDanish(one.asset.title, other.asset.title),
  );
  return {
    assets: sorted.slice(0, most).map(({ asset }) => rowOf(asset)),
    total: found.length,
    freshness: freshnessOf(context, Downtimes, CriticalServices, Assets),
  };

  /** Systems fail, work processes only stop; ties by dependants. */
  function weightOf(asset: Stored<Asset>): number {
    const kind = (isVital(asset) ? 1_000_000 : 0) + (asset.kind === 'system' ? 100_000 : 0);
    return kind + Math.min(needed(asset.key), 99_999);
  }
  function rowOf(asset: Stored<Asset>) {
    const running = runningOf(context, asset.key);
    const centre = centreRef(context, asset.centreId)?.title;
    return {
      ...assetRefOf(asset),
      vital: isVital(asset),
      services: servicesHitBy(context, asset.key).length,
      ...(centre === undefined ? {} : { centre }),
      ...(running ? { running: running.key } : {}),
    };
  }
}

/**
 * Number of dependants of each asset: services and assets that need it, and those that need these. Two levels are
 * enough to put the network before what runs on it, and are cheap compared with whole chains.
 */
const dependedOn = derivation([Assets, CriticalServices], (context: Context): ((assetKey: string) => number) => {
  const services = new Map<string, number>();
  for (const { needs } of servicesInUse(context))
    for (const key of new Set(needs)) services.set(key, (services.get(key) ?? 0) + 1);
  const above = dependants(context);
  const near = (key: string): number => (above.get(key)?.length ?? 0) + (services.get(key) ?? 0);
  return (key) => near(key) + (above.get(key) ?? []).reduce((sum, one) => sum + near(one.key), 0);
});
