import { Assets, dependants, findAsset } from '../assets/index.ts';
import type { Context } from '../context.ts';
import {
  assetGraph,
  CriticalServices,
  reachedFrom,
  servicesInUse,
  servicesNeeding,
  type CriticalService,
} from '../critical-services/index.ts';
import { derivation } from '../derivation.ts';
import type { CentreId } from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';

/**
 * Every service in use that depends on an asset, directly or through others in use; shortest downtime first. From
 * memory.
 */
export function servicesHitBy(context: Context, assetKey: string): Stored<CriticalService>[] {
  const found = new Set<Stored<CriticalService>>();
  for (const key of thoseInNeedOf(context, assetKey))
    for (const service of servicesNeeding(context, key)) found.add(service);
  return [...found].sort(
    (one, other) => (one.mtd ?? Infinity) - (other.mtd ?? Infinity) || one.key.localeCompare(other.key),
  );
}

/** An asset and everything in use that depends on it, nearest first. */
function thoseInNeedOf(context: Context, assetKey: string): ReadonlySet<string> {
  const found = new Set([assetKey]);
  for (const key of found)
    for (const { key: farther, state } of dependants(context).get(key) ?? [])
      if (state !== 'retired') found.add(farther);
  return found;
}

/** Assets each centre's services need, at any depth. */
const reachedByCentre = derivation([Assets, CriticalServices], (context): ReadonlyMap<CentreId, Uint8Array> => {
  const needs = new Map<CentreId, string[]>();
  for (const { centreId, needs: own } of servicesInUse(context)) {
    if (centreId === undefined) continue;
    const known = needs.get(centreId);
    if (known) known.push(...own);
    else needs.set(centreId, [...own]);
  }
  const graph = assetGraph(context);
  return new Map([...needs].map(([centreId, own]) => [centreId, reachedFrom(graph, own)]));
});

/** The centres that work with an asset: owner, users, and those whose services need it. */
export const centresUsing = derivation(
  [Assets, CriticalServices],
  (context): ((assetKey: string) => ReadonlySet<CentreId>) => {
    const { numberOf } = assetGraph(context);
    const known = new Map<string, ReadonlySet<CentreId>>();
    return (assetKey) => {
      const found = known.get(assetKey) ?? centresOfAsset(context, assetKey, numberOf.get(assetKey) ?? -1);
      known.set(assetKey, found);
      return found;
    };
  },
);

function centresOfAsset(context: Context, assetKey: string, number: number): ReadonlySet<CentreId> {
  const asset = findAsset(context, assetKey);
  const found = new Set<CentreId>(asset?.centreId === undefined ? [] : [asset.centreId]);
  for (const centreId of asset?.usedBy ?? []) found.add(centreId);
  for (const [centreId, reached] of reachedByCentre(context)) if (reached[number] === 1) found.add(centreId);
  return found;
}
