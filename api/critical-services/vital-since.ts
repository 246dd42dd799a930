import { findAsset } from '../assets/index.ts';
import type { Context } from '../context.ts';
import { countsFrom, localDate, type LocalDate } from '../kernel/index.ts';
import { AssetRecovery, ContinuitySettingsList, CriticalServices, type Recovery } from './service-lists.ts';
import { consolidation, findService, vitality } from './services.ts';

/** Inputs of vitality besides the assets, for derivations. */
export const listsOfVitality = [CriticalServices, AssetRecovery, ContinuitySettingsList] as const;

/** Since when it is said to be vital, or not. */
export const vitalFrom = ({ at, from = at }: NonNullable<Recovery['vital']>): string => (from < at ? from : at);

/**
 * Since when an asset is known to be vital (R4): since it was set, or since the figures or needs that
 * decide its downtime were last changed. Undefined if not vital. From memory.
 */
export function vitalSince(context: Context, assetKey: string): LocalDate | undefined {
  const { is, basis, set } = vitality(context).get(assetKey) ?? { is: false };
  if (!is) return undefined;
  if (set) return localDate(new Date(vitalFrom(set)));
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
  return own && countsFrom(own);
}
