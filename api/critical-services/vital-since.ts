import { findAsset } from '../assets/index.ts';
import type { Context } from '../context.ts';
import { localDate, type LocalDate } from '../kernel/index.ts';
import { AssetRecovery, ContinuitySettingsList, CriticalServices } from './service-lists.ts';
import { consolidation, findService, vitality } from './services.ts';

/** Inputs of vitality besides the assets, for derivations. */
export const listsOfVitality = [CriticalServices, AssetRecovery, ContinuitySettingsList] as const;

/**
 * Since when an asset is known to be vital (R4): since it was set, or since the last change of the service that decides
 * its downtime. Undefined if not vital. From memory.
 */
export function vitalSince(context: Context, assetKey: string): LocalDate | undefined {
  const { is, basis, set } = vitality(context).get(assetKey) ?? { is: false };
  if (!is) return undefined;
  if (set) return localDate(new Date(set.at));
  const changed = basis === 'derived' ? decidedAt(context, assetKey) : findAsset(context, assetKey)?.changedAt;
  return changed === undefined ? undefined : localDate(new Date(changed));
}

function decidedAt(context: Context, assetKey: string): string | undefined {
  const source = consolidation(context).get(assetKey)?.mtd?.source;
  if (!source) return undefined;
  return source.kind === 'service'
    ? findService(context, source.key)?.changedAt
    : context.list(AssetRecovery).get(source.key)?.changedAt;
}
