import type { AssetReference } from '../assets/contract.ts';
import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import type { Stored } from '../sharepoint/index.ts';
import { CriticalServices, type CriticalService } from './service-lists.ts';
import { servicePath, servicesInUse } from './services.ts';
import { compareDanish } from '../texts/format.ts';

const byNeed = derivation([CriticalServices], (context): ReadonlyMap<string, readonly Stored<CriticalService>[]> => {
  const found = new Map<string, Stored<CriticalService>[]>();
  for (const service of servicesInUse(context))
    for (const need of new Set(service.needs)) {
      const known = found.get(need);
      if (known) known.push(service);
      else found.set(need, [service]);
    }
  return found;
});

/** Services in use that directly need an asset. From memory. */
export const servicesNeeding = (context: Context, assetKey: string): readonly Stored<CriticalService>[] =>
  byNeed(context).get(assetKey) ?? [];

/** Services that depend on an asset, for its page (R4). */
export const serviceReferencesTo = (context: Context, assetKey: string): AssetReference[] =>
  servicesNeeding(context, assetKey)
    .map(({ key, title }) => ({ kind: 'criticalService', title, path: servicePath(key) }))
    .sort((one, other) => compareDanish(one.title, other.title));
