import { countsFrom, findAsset } from '../assets/index.ts';
import type { Context } from '../context.ts';
import { localDate, type LocalDate } from '../kernel/index.ts';
import { AssetRecovery, ContinuitySettingsList, CriticalServices } from './service-lists.ts';
import { consolidation, findService, vitality } from './services.ts';

/** Inputs of vitality besides the assets, for derivations. */
export const listsOfVitality = [CriticalServices, AssetRecovery, ContinuitySettingsList] as const;

/**
 * Since when an asset is known to be vital (R4): since it was set, or since the service that decides its
 * downtime was last changed in its figures or needs. Undefined if not vital. From memory.
 */
export function vitalSince(context: Context, assetKey: string): LocalDate | undefined {
  const { is, basis, set } = vitality(context).get(assetKey) ?? { is: false };
  if (!is) return undefined;
  if (set) return localDate(new Date(set.at));
  if (basis === 'derived') return decidedOn(context, assetKey);
  const asset = findAsset(context, assetKey);
  return asset && countsFrom(asset);
}

function decidedOn(context: Context, assetKey: string): LocalDate | undefined {
  const source = consolidation(context).get(assetKey)?.mtd?.source;
  if (!source) return undefined;
  const service = source.kind === 'service' ? findService(context, source.key) : undefined;
  if (service) return countsFrom(service);
  const own = context.list(AssetRecovery).get(source.key);
  return own && localDate(own.changedAt);
}
