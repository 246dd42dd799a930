import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import { missing, type PersonId } from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { Assets, type Asset } from './asset-list.ts';
import type { AssetRef } from './contract.ts';

export const assetPath = (key: string): string => `/risks/assets/${encodeURIComponent(key)}`;

export const findAsset = (context: Context, key: string): Stored<Asset> | undefined => context.list(Assets).get(key);

/** Throws AppError `missing` when there is no such asset. */
export function assetOrThrow(context: Context, key: string): Stored<Asset> {
  const asset = findAsset(context, key);
  if (!asset) throw missing('assets.noSuchAsset');
  return asset;
}

export const assetRefOf = ({ key, title, kind, state }: Pick<Asset, 'key' | 'title' | 'kind' | 'state'>): AssetRef => ({
  key,
  title,
  kind,
  ...(state === 'retired' ? { retired: true } : {}),
});

const none: readonly Stored<Asset>[] = [];
const byOwner = derivation([Assets], (context) =>
  Map.groupBy(
    context
      .list(Assets)
      .all()
      .filter(({ ownerId, state }) => ownerId !== undefined && state !== 'retired'),
    ({ ownerId }) => ownerId,
  ),
);
/** A person's assets, except retired ones (R1). From memory. */
export const assetsOwnedBy = (context: Context, personId: PersonId): readonly Stored<Asset>[] =>
  byOwner(context).get(personId) ?? none;

/** Direct dependants of each asset. */
export const dependants = derivation([Assets], (context): ReadonlyMap<string, readonly Stored<Asset>[]> => {
  const found = new Map<string, Stored<Asset>[]>();
  for (const asset of context.list(Assets).all())
    for (const key of new Set(asset.dependsOn)) {
      const known = found.get(key);
      if (known) known.push(asset);
      else found.set(key, [asset]);
    }
  return found;
});

/**
 * All direct and indirect dependencies of an asset, nearest first and each once; without itself. Handles cycles. From
 * memory.
 */
export const dependsOnAll = (context: Context, key: string): Stored<Asset>[] =>
  reached(key, (near) =>
    (findAsset(context, near)?.dependsOn ?? []).flatMap((far) => {
      const asset = findAsset(context, far);
      return asset ? [asset] : [];
    }),
  );

/** All direct and indirect dependants, likewise. From memory. */
export const neededByAll = (context: Context, key: string): Stored<Asset>[] =>
  reached(key, (near) => dependants(context).get(near) ?? []);

function reached(start: string, next: (key: string) => readonly Stored<Asset>[]): Stored<Asset>[] {
  const seen = new Set([start]);
  const found: Stored<Asset>[] = [];
  for (let ring = [start]; ring.length > 0;) {
    const farther: string[] = [];
    for (const key of ring)
      for (const asset of next(key)) {
        if (seen.has(asset.key)) continue;
        seen.add(asset.key);
        found.push(asset);
        farther.push(asset.key);
      }
    ring = farther;
  }
  return found;
}
