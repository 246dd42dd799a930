import { Assets, findAsset, neededByAll } from '../assets/index.ts';
import type { Context } from '../context.ts';
import { CriticalServices, servicesInUse, type CriticalService } from '../critical-services/index.ts';
import { derivation } from '../derivation.ts';
import type { CentreId } from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';

/** Services in use by each asset that they need straight away. */
const servicesByNeed = derivation(
  [CriticalServices],
  (context): ReadonlyMap<string, readonly Stored<CriticalService>[]> => {
    const found = new Map<string, Stored<CriticalService>[]>();
    for (const service of servicesInUse(context))
      for (const key of new Set(service.needs)) {
        const known = found.get(key);
        if (known) known.push(service);
        else found.set(key, [service]);
      }
    return found;
  },
);

/** Every service in use that cannot do without an asset, straight or through others; shortest downtime first. From memory. */
export function servicesHitBy(context: Context, assetKey: string): Stored<CriticalService>[] {
  const byNeed = servicesByNeed(context);
  const reached = [assetKey, ...neededByAll(context, assetKey).map(({ key }) => key)];
  const found = new Set(reached.flatMap((key) => byNeed.get(key) ?? []));
  return [...found].sort(
    (one, other) => (one.mtd ?? Infinity) - (other.mtd ?? Infinity) || one.key.localeCompare(other.key),
  );
}

/** The centres that work with an asset: owner, users, and those whose services need it. */
export const centresUsing = derivation(
  [Assets, CriticalServices],
  (context): ((assetKey: string) => ReadonlySet<CentreId>) => {
    const known = new Map<string, ReadonlySet<CentreId>>();
    return (assetKey) => {
      const found = known.get(assetKey) ?? centresOfAsset(context, assetKey);
      known.set(assetKey, found);
      return found;
    };
  },
);

function centresOfAsset(context: Context, assetKey: string): ReadonlySet<CentreId> {
  const asset = findAsset(context, assetKey);
  const own = asset?.centreId === undefined ? [] : [asset.centreId];
  const ofServices = servicesHitBy(context, assetKey).flatMap(({ centreId }) =>
    centreId === undefined ? [] : [centreId],
  );
  return new Set([...own, ...(asset?.usedBy ?? []), ...ofServices]);
}
