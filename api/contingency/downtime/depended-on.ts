import { Assets, dependants } from '../../assets/index.ts';
import type { Context } from '../../context.ts';
import { CriticalServices, servicesInUse } from '../../critical-services/index.ts';
import { derivation } from '../../derivation.ts';

/**
 * How much depends on each asset: the services and assets that need it, and those that need these. Two steps are enough
 * to put the network before what runs on it, and are counted at once where whole chains would be walked for each.
 */
export const dependedOn = derivation([Assets, CriticalServices], (context: Context): ((assetKey: string) => number) => {
  const services = new Map<string, number>();
  for (const { needs } of servicesInUse(context))
    for (const key of new Set(needs)) services.set(key, (services.get(key) ?? 0) + 1);
  const above = dependants(context);
  const near = (key: string): number => (above.get(key)?.length ?? 0) + (services.get(key) ?? 0);
  return (key) => near(key) + (above.get(key) ?? []).reduce((sum, one) => sum + near(one.key), 0);
});
