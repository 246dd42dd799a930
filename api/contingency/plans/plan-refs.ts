import { assetRefOf, findAsset } from '../../assets/index.ts';
import type { AssetRef } from '../../assets/contract.ts';
import type { Context } from '../../context.ts';
import type { CentreRef } from '../../http/contract.ts';
import { centreRef } from '../../organisation/index.ts';
import type { ContingencyPlan } from './plan-lists.ts';

/** The subject of a plan. A deleted one has the plan's title. */
export function planAssetRef(context: Context, { assetKey, title }: ContingencyPlan): AssetRef {
  const asset = findAsset(context, assetKey);
  return asset ? assetRefOf(asset) : { key: assetKey, title, kind: 'system' };
}

/** Centres with their names, without unknown ones. */
export const centreRefs = (context: Context, ids: readonly string[]): CentreRef[] =>
  ids.flatMap((id) => centreRef(context, id) ?? []);
