import { dependants, findAsset } from '../../assets/index.ts';
import {
  consolidation,
  continuityPath,
  findService,
  isSoundDowntime,
  isSoundHours,
  isVital,
  needsInUse,
  servicePath,
  servicesNeeding,
  wayTo,
} from '../../critical-services/index.ts';
import type { Context } from '../../context.ts';
import { missing, type Actor } from '../../kernel/index.ts';
import { centreRef, freshnessOf } from '../../organisation/index.ts';
import { mostNodes, type DependenciesView, type GraphNode } from '../contract.ts';
import { visibleVitalRow } from './filter-entries.ts';
import { figureViews } from './figure-views.ts';
import { around, layersOf, type Graph } from './graph.ts';
import { serviceEntries } from './service-entries.ts';
import { gapsOfAsset, overviewLists } from './vital-entries.ts';
import { compareDanish } from '../../texts/format.ts';

const [ofService, ofAsset] = ['service:', 'asset:'] as const;
const keyOf = (id: string): string => id.slice(id.indexOf(':') + 1);
const isService = (id: string): boolean => id.startsWith(ofService);
const assetIds = (keys: readonly string[]): string[] => keys.map((key) => ofAsset + key);

/** Services and assets in use as one graph. */
function graphOf(context: Context): Graph {
  const [needs, needing] = [needsInUse(context), dependants(context)];
  return {
    needs: (id) =>
      assetIds(
        isService(id)
          ? [...new Set(findService(context, keyOf(id))?.needs)].filter((key) => needs.has(key))
          : (needs.get(keyOf(id)) ?? []),
      ),
    neededBy: (id) => {
      if (isService(id)) return [];
      const assets = (needing.get(keyOf(id)) ?? []).filter(({ key }) => key !== keyOf(id) && needs.has(key));
      return [
        ...servicesNeeding(context, keyOf(id)).map(({ key }) => ofService + key),
        ...assetIds(assets.map(({ key }) => key)),
      ];
    },
  };
}

/** Path from the decider of an asset's accepted downtime to it. */
function decidingWay(context: Context, assetKey: string): string[] {
  const all = consolidation(context);
  const source = all.get(assetKey)?.mtd?.source;
  if (!source) return [];
  const begin = source.kind === 'service' ? [ofService + source.key] : [];
  return [...begin, ...assetIds([...wayTo(all, assetKey, 'mtd'), assetKey])];
}

/**
 * The edges that carry the accepted downtime: from the decider to the asset, or from a service to all that it decides.
 */
function decidingLines(context: Context, focus: string | undefined): (from: string, to: string) => boolean {
  if (focus === undefined) return () => false;
  if (!isService(focus)) {
    const way = decidingWay(context, keyOf(focus));
    const lines = new Set(way.slice(1).map((to, place) => `${way[place]} ${to}`));
    return (from, to) => lines.has(`${from} ${to}`);
  }
  const all = consolidation(context);
  return (from, to) => {
    const mtd = all.get(keyOf(to))?.mtd;
    if (mtd?.source.kind !== 'service' || ofService + mtd.source.key !== focus) return false;
    return mtd.from === undefined ? from === focus : from === ofAsset + mtd.from;
  };
}

function nodeOf(context: Context, actor: Actor, id: string): Omit<GraphNode, 'layer' | 'deciding'> | undefined {
  const key = keyOf(id);
  if (isService(id)) {
    const entry = serviceEntries(context).get(key);
    if (!entry) return undefined;
    const { title, centreId, mtd, rto, rpo } = entry.service;
    const centre = centreRef(context, centreId)?.title;
    return {
      id,
      kind: 'service',
      key,
      title,
      vital: true,
      gaps: entry.gaps.length,
      path: servicePath(key),
      ...(centre === undefined ? {} : { centre }),
      ...hoursOf({ mtd, rto, rpo }),
    };
  }
  const asset = findAsset(context, key);
  if (!asset) return undefined;
  const figures = consolidation(context).get(key);
  const centre = centreRef(context, asset.centreId)?.title;
  return {
    id,
    kind: asset.kind,
    key,
    title: asset.title,
    vital: isVital(context, key),
    gaps: visibleGaps(context, actor, key).length,
    path: continuityPath(key),
    ...(centre === undefined ? {} : { centre }),
    ...hoursOf({ mtd: figures?.mtd?.hours, rto: figures?.rto?.hours, rpo: figures?.rpo?.hours }),
  };
}

/** An asset's gaps, without results of others' tests: a count would reveal them. */
const visibleGaps = (context: Context, actor: Actor, key: string) =>
  visibleVitalRow(context, actor, key)?.gaps ?? gapsOfAsset(context, key);

const names = ['mtd', 'rto', 'rpo'] as const;
const isSound = { mtd: isSoundDowntime, rto: isSoundDowntime, rpo: isSoundHours };
const hoursOf = (
  figures: Record<(typeof names)[number], number | undefined>,
): Pick<GraphNode, (typeof names)[number]> =>
  Object.fromEntries(names.flatMap((name) => (isSound[name](figures[name]) ? [[name, figures[name]]] : [])));

/** The focus in words. */
function focusOf(context: Context, actor: Actor, id: string): NonNullable<DependenciesView['focus']> {
  const key = keyOf(id);
  if (isService(id)) return { id, gaps: [...(serviceEntries(context).get(key)?.gaps ?? [])] };
  const row = visibleVitalRow(context, actor, key);
  return {
    id,
    ...figureViews(context)(key),
    gaps: [...visibleGaps(context, actor, key)],
    ...(row ? { plan: row.plan } : {}),
    ...(row?.testing ? { testing: row.testing } : {}),
  };
}

const idOf = ({ service, asset }: Asked): string | undefined => {
  if (service !== undefined) return ofService + service;
  return asset === undefined ? undefined : ofAsset + asset;
};
interface Asked {
  service?: string | undefined;
  asset?: string | undefined;
}

/** Without a focus: the services, shortest downtime first. */
const servicesFirst = (context: Context): string[] =>
  [...serviceEntries(context).values()]
    .map(({ service }) => service)
    .sort((one, other) => (one.mtd ?? Infinity) - (other.mtd ?? Infinity) || compareDanish(one.title, other.title))
    .map(({ key }) => ofService + key);

/**
 * The graph around a service or an asset: its dependencies and dependants, with the chain that decides its accepted
 * downtime (R4). At most 150 nodes, the nearest. From memory. Throws AppError `missing`.
 */
export function dependenciesView(context: Context, actor: Actor, asked: Asked): DependenciesView {
  const focus = idOf(asked);
  if (focus !== undefined && !nodeOf(context, actor, focus)) throw missing('contingency.noSuchSubject');
  const graph = graphOf(context);
  const way = focus === undefined || isService(focus) ? [] : decidingWay(context, keyOf(focus));
  const services = focus === undefined ? servicesFirst(context) : [];
  const { ids, left } =
    focus === undefined
      ? { ids: services.slice(0, mostNodes), left: Math.max(0, services.length - mostNodes) }
      : around(graph, [focus], way, mostNodes);
  const shown = new Set(ids);
  const decides = decidingLines(context, focus);
  const edges = ids.flatMap((from) =>
    graph
      .needs(from)
      .filter((to) => shown.has(to))
      .map((to) => ({ from, to, deciding: decides(from, to) })),
  );
  const deciding = new Set(edges.flatMap((edge) => (edge.deciding ? [edge.from, edge.to] : [])));
  const layers = layersOf(ids, graph.needs, (id) => (isService(id) ? 0 : 1));
  return {
    ...(focus === undefined ? {} : { focus: focusOf(context, actor, focus) }),
    nodes: ids.flatMap((id) => {
      const node = nodeOf(context, actor, id);
      return node ? [{ ...node, layer: layers.get(id) ?? 0, deciding: deciding.has(id) }] : [];
    }),
    edges,
    left,
    freshness: freshnessOf(context, ...overviewLists),
  };
}
