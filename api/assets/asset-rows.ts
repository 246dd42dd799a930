import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import type { Actor, Language } from '../kernel/index.ts';
import { centreRef, findPerson, fold, foldedMatch, personRef } from '../organisation/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { Assets, type Asset } from './asset-list.ts';
import { assetRefOf } from './assets.ts';
import { assetKinds, criticalities, type AssetReference, type AssetRow, type AssetsQuery } from './contract.ts';
import type { AssetStatus } from './contract.ts';
import { mayAssessAsset, maySeeRisksOf, ownCentres } from './permissions.ts';
import { compareDanish } from '../texts/format.ts';
import { sortedBy, type SortKey } from '../texts/sort.ts';

/** What rooms above tell of an asset: its assessment's status and its references, in the reader's language. */
export interface ToldOfAssets {
  statusOf(context: Context, assetKey: string, language: Language): AssetStatus;
  /** `risks`: include risk references. */
  referencesTo(context: Context, assetKey: string, language: Language, seen: { risks: boolean }): AssetReference[];
}

/** Search text of each asset, cached until it changes. */
const folded = new WeakMap<Asset, string>();
export function foldedAsset(asset: Asset): string {
  const known = folded.get(asset);
  if (known !== undefined) return known;
  const text = fold([asset.title, asset.supplier ?? '', asset.externalId ?? ''].join(' '));
  folded.set(asset, text);
  return text;
}

/** All assets in Danish phone-book order. Sorted again on change. */
export const assetsByTitle: (context: Context) => readonly Stored<Asset>[] = derivation([Assets], (context) =>
  [...context.list(Assets).all()].sort(
    (one, other) => compareDanish(one.title, other.title) || (one.key < other.key ? -1 : 1),
  ),
);

/** An asset with its status, looked up once per answer. */
export interface Judged {
  asset: Stored<Asset>;
  status: AssetStatus;
}
export interface FoundAssets {
  /** Those of the query, sorted. */
  found: readonly Judged[];
  /** Matches without the filters kind and assessment. */
  base: readonly Judged[];
}

/** Retired assets are not assessed. */
export const isUnassessed = ({ asset, status }: Judged): boolean =>
  status.assessment === 'none' && asset.state !== 'retired';

/** An asset's status: without access to its risks, only whether it is assessed and vital. */
export function visibleStatus(
  context: Context,
  actor: Actor,
  asset: Stored<Asset>,
  statusOf: ToldOfAssets['statusOf'],
): AssetStatus {
  const status = statusOf(context, asset.key, actor.language);
  if (maySeeRisksOf(actor, asset)) return status;
  const { assessment, vital } = status;
  return { assessment, ...(vital ? { vital } : {}) };
}

/** The assets of a query. From memory. */
export function findAssets(
  context: Context,
  actor: Actor,
  query: Omit<AssetsQuery, 'offset' | 'limit'>,
  { statusOf }: Pick<ToldOfAssets, 'statusOf'>,
): FoundAssets {
  const centres = query.centreId === 'mine' ? ownCentres(actor) : [query.centreId];
  const isOf = ({ centreId, usedBy }: Asset) =>
    query.centreId === undefined ||
    centres.some((id) => id !== undefined && (centreId === id || (usedBy as string[]).includes(id)));
  const search = fold(query.q ?? '');
  const base = assetsByTitle(context)
    .filter(
      (asset) =>
        (query.state === undefined || asset.state === query.state) &&
        (query.ownerId === undefined || asset.ownerId === query.ownerId) &&
        isOf(asset) &&
        foldedMatch(foldedAsset(asset), search),
    )
    .map((asset) => ({ asset, status: visibleStatus(context, actor, asset, statusOf) }))
    .filter((judged) => query.criticality === undefined || criticalityOf(judged) === query.criticality);
  const found = base.filter((judged) => isAsked(judged, query));
  return { base, found: sorted(context, found, query) };
}

/** Dependencies of critical services are vital, whatever the register says. */
const criticalityOf = ({ asset, status }: Judged): Asset['criticality'] => (status.vital ? 'vital' : asset.criticality);

function isAsked(judged: Judged, { kind, assessment, state }: Pick<AssetsQuery, 'kind' | 'assessment' | 'state'>) {
  if (kind !== undefined && judged.asset.kind !== kind) return false;
  if (assessment === undefined) return true;
  if (assessment === 'none' && state === undefined) return isUnassessed(judged);
  return judged.status.assessment === assessment;
}

function sorted(context: Context, found: Judged[], { sort, descending }: Pick<AssetsQuery, 'sort' | 'descending'>) {
  if (sort === 'title') return descending ? found.reverse() : found;
  return sortedBy(found, (judged) => sortKey(context, judged, sort), descending);
}

function sortKey(context: Context, judged: Judged, sort: Exclude<AssetsQuery['sort'], 'title'>): SortKey {
  const { asset, status } = judged;
  switch (sort) {
    case 'kind':
      return assetKinds.indexOf(asset.kind);
    case 'centre':
      return centreRef(context, asset.centreId)?.title;
    case 'owner':
      return asset.ownerId === undefined ? undefined : findPerson(context, asset.ownerId)?.title;
    case 'criticality':
      return criticalities.indexOf(criticalityOf(judged));
    case 'level':
      return status.level?.severity;
    case 'reviewOn':
      return status.reviewOn;
    case 'changedAt':
      return Date.parse(asset.changedAt);
  }
}

export function assetRow(context: Context, actor: Actor, { asset, status }: Judged): AssetRow {
  const { state, criticality, supplier, changedAt, ownerId } = asset;
  const centre = centreRef(context, asset.centreId);
  return {
    ...assetRefOf(asset),
    state,
    criticality,
    changedAt,
    status,
    abilities: { assess: mayAssessAsset(actor, asset) },
    ...(centre === undefined ? {} : { centre }),
    ...(ownerId === undefined ? {} : { owner: personRef(context, ownerId) }),
    ...(supplier === undefined ? {} : { supplier }),
  };
}
