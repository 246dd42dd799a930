import { Assets, findAsset, type Asset } from '../assets/index.ts';
import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import { addMonths, localDate, missing, type LocalDate } from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { needsInUse } from './asset-graph.ts';
import { consolidate, type Consolidated, type Source } from './consolidation.ts';
import type { vitalBases } from './contract.ts';
import {
  AssetRecovery,
  ContinuitySettingsList,
  CriticalServices,
  type CriticalService,
  type Recovery,
} from './service-lists.ts';
import { settingsNow } from './settings.ts';
import { soundDowntime, soundHours } from './sound-hours.ts';

export const servicePath = (key: string): string => `/contingency/services/${encodeURIComponent(key)}`;
/** The page of an asset's figures. */
export const continuityPath = (assetKey: string): string => `/contingency/systems/${encodeURIComponent(assetKey)}`;

export const findService = (context: Context, key: string): Stored<CriticalService> | undefined =>
  context.list(CriticalServices).get(key);

/** Throws AppError `missing` when there is no such service. */
export function serviceOrThrow(context: Context, key: string): Stored<CriticalService> {
  const service = findService(context, key);
  if (!service) throw missing('services.noSuchService');
  return service;
}

/** Services in use. */
export const servicesInUse = derivation([CriticalServices], (context): readonly Stored<CriticalService>[] =>
  context
    .list(CriticalServices)
    .all()
    .filter(({ state }) => state === 'inUse'),
);

export const reviewOnOf = ({
  reviewedAt,
  reviewMonths,
}: Pick<CriticalService, 'reviewedAt' | 'reviewMonths'>): LocalDate => addMonths(localDate(reviewedAt), reviewMonths);

const isInUse = (asset: Asset | undefined): asset is Stored<Asset> => asset !== undefined && asset.state !== 'retired';

function sourcesOf(context: Context): Source[] {
  const services = servicesInUse(context).map(({ key, mtd, rto, rpo, needs }): Source => ({
    kind: 'service',
    key,
    mtd: soundDowntime(mtd),
    rto: soundDowntime(rto),
    rpo: soundHours(rpo),
    needs: needs.filter((asset) => isInUse(findAsset(context, asset))),
  }));
  const assets = context
    .list(AssetRecovery)
    .all()
    .filter(({ key }) => isInUse(findAsset(context, key)))
    .map(({ key, ownMtd, ownRto, ownRpo }): Source => ({
      kind: 'asset',
      key,
      mtd: soundDowntime(ownMtd),
      rto: soundDowntime(ownRto),
      rpo: soundHours(ownRpo),
      needs: [key],
    }));
  return [...services, ...assets];
}

/** Figures of every active asset with dependants (R4). Cached until a list changes; at most some ms. */
export const consolidation = derivation(
  [CriticalServices, AssetRecovery, Assets],
  (context): ReadonlyMap<string, Consolidated> => {
    const needs = needsInUse(context);
    return consolidate(sourcesOf(context), (key) => needs.get(key) ?? []);
  },
);

export interface Vital {
  is: boolean;
  basis?: (typeof vitalBases)[number];
  /** The manual setting, either way. */
  set?: NonNullable<Recovery['vital']>;
}

/** Whether an asset is vital (R4): by a manual setting with a reason, else its figures, else the register. */
export function vitalOf(
  asset: Pick<Asset, 'state' | 'criticality'>,
  mtd: number | undefined,
  vitalWithin: number,
  set: Recovery['vital'],
): Vital {
  if (asset.state === 'retired') return { is: false };
  if (set) return { is: set.is, basis: 'set', set };
  if (mtd !== undefined && mtd <= vitalWithin) return { is: true, basis: 'derived' };
  return asset.criticality === 'vital' ? { is: true, basis: 'register' } : { is: false };
}

/** Every active asset with whether it is vital and why. */
export const vitality = derivation(
  [CriticalServices, AssetRecovery, Assets, ContinuitySettingsList],
  (context): ReadonlyMap<string, Vital> => {
    const figures = consolidation(context);
    const { vitalWithin } = settingsNow(context);
    const recovery = context.list(AssetRecovery);
    return new Map(
      context
        .list(Assets)
        .all()
        .map((asset) => [
          asset.key,
          vitalOf(asset, figures.get(asset.key)?.mtd?.hours, vitalWithin, recovery.get(asset.key)?.vital),
        ]),
    );
  },
);

/** From memory. */
export const isVital = (context: Context, assetKey: string): boolean => vitality(context).get(assetKey)?.is === true;

/** Active vital assets, in register order. From memory. */
export const vitalAssets = derivation(
  [CriticalServices, AssetRecovery, Assets, ContinuitySettingsList],
  (context): readonly Stored<Asset>[] =>
    context
      .list(Assets)
      .all()
      .filter(({ key }) => isVital(context, key)),
);
