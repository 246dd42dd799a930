import type { z } from 'zod';
import type { Context } from '../context.ts';
import { forbidden, holds, type Actor } from '../kernel/index.ts';
import { centreRef, centres, fold, foldedMatch, freshnessOf, personRef } from '../organisation/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { Assets, type Asset } from './asset-list.ts';
import {
  assetRow,
  assetsByTitle,
  findAssets,
  foldedAsset,
  isUnassessed,
  visibleStatus,
  type ToldOfAssets,
} from './asset-rows.ts';
import { assetOrThrow, assetRefOf, dependants, findAsset } from './assets.ts';
import type { AssetsQuery, assetsContract, AssetView } from './contract.ts';
import {
  assetWriters,
  mayDecideNotNeeded,
  mayAssessAsset,
  mayEditAsset,
  mayImportAssets,
  mayRetireAsset,
  maySeeAsset,
  maySeeRisks,
  maySeeRisksOf,
  ownCentres,
} from './permissions.ts';

type AnswerTo<Name extends keyof typeof assetsContract> = (typeof assetsContract)[Name] extends {
  answer: infer Answer extends z.ZodType;
}
  ? z.output<Answer>
  : never;

/**
 * A page of the register. Counts ignore the filters kind and assessment, so that each leads to exactly those rows. From
 * memory.
 */
export function assetList(
  context: Context,
  actor: Actor,
  { offset, limit, ...query }: AssetsQuery,
  told: ToldOfAssets,
): AnswerTo<'GET /api/assets'> {
  const { found, base } = findAssets(context, actor, query, told);
  const systems = base.filter(({ asset }) => asset.kind === 'system').length;
  return {
    assets: found.slice(offset, offset + limit).map((judged) => assetRow(context, actor, judged)),
    total: found.length,
    counts: {
      systems,
      workProcesses: base.length - systems,
      retired: base.filter(({ asset }) => asset.state === 'retired').length,
      unassessed: base.filter(isUnassessed).length,
    },
    centres: centres(context).map(({ key, title }) => ({ id: key, title })),
    mine: ownCentres(actor),
    abilities: { add: holds(actor, ...assetWriters), import: mayImportAssets(actor) },
    freshness: freshnessOf(context, Assets),
  };
}

const mostNames = 20;

/**
 * Active and planned assets by name, prefix matches first. For readers of the register, and owners of active assets,
 * who choose dependencies. Throws AppError forbidden `assets.mayNotSee`.
 */
export function assetNames(
  context: Context,
  actor: Actor,
  { q, kind }: { q: string; kind?: Asset['kind'] | undefined },
): AnswerTo<'GET /api/asset-names'> {
  const all = assetsByTitle(context);
  const owns = all.some(({ ownerId, state }) => ownerId === actor.personId && state !== 'retired');
  if (!maySeeRisks(actor) && !owns) throw forbidden('assets.mayNotSee');
  const search = fold(q);
  const hits = all.filter(
    (asset) =>
      asset.state !== 'retired' &&
      (kind === undefined || asset.kind === kind) &&
      foldedMatch(foldedAsset(asset), search),
  );
  const begins = (asset: Asset) => foldedAsset(asset).startsWith(search);
  return {
    assets: [...hits.filter(begins), ...hits.filter((asset) => !begins(asset))].slice(0, mostNames).map((asset) => {
      const centre = centreRef(context, asset.centreId)?.title;
      return { ...assetRefOf(asset), ...(centre === undefined ? {} : { centre }) };
    }),
  };
}

/** One visible asset. Throws AppError missing, forbidden `assets.mayNotSee`. */
export function seenAsset(context: Context, actor: Actor, key: string, told: ToldOfAssets): AssetView {
  if (!maySeeAsset(actor, assetOrThrow(context, key))) throw forbidden('assets.mayNotSee');
  return assetView(context, actor, key, told);
}

/** One asset with all references; also for an owner who just transferred it. */
export function assetView(context: Context, actor: Actor, key: string, told: ToldOfAssets): AssetView {
  const asset = assetOrThrow(context, key);
  const status = visibleStatus(context, actor, asset, told.statusOf);
  const risks = maySeeRisksOf(actor, asset);
  const { description, personalData, dataSubjects, hosting, links, externalId, notNeeded, retiredReason } = asset;
  return {
    ...assetRow(context, actor, { asset, status }),
    description,
    personalData,
    dataSubjects,
    hosting,
    links,
    usedBy: asset.usedBy.map((id) => centreRef(context, id) ?? { id, title: id }),
    dependsOn: asset.dependsOn.flatMap((one) => {
      const other = findAsset(context, one);
      return other ? [assetRefOf(other)] : [];
    }),
    neededBy: inOrder(context, dependants(context).get(key) ?? []),
    references: told.referencesTo(context, key, actor.language, { risks }),
    ...(externalId === undefined ? {} : { externalId }),
    ...(notNeeded === undefined || !risks ? {} : { notNeeded: { ...notNeeded, by: personRef(context, notNeeded.by) } }),
    ...carriedSeen(asset, risks),
    ...(retiredReason === undefined ? {} : { retiredReason }),
    changedBy: personRef(context, asset.changedBy),
    abilities: {
      edit: mayEditAsset(actor, asset),
      retire: mayRetireAsset(actor, asset),
      decideNotNeeded: mayDecideNotNeeded(actor, asset),
      assess: mayAssessAsset(actor, asset),
    },
    freshness: freshnessOf(context, Assets),
  };
}

/** Data from another register; the score only for readers of risks. */
function carriedSeen({ carried }: Asset, risks: boolean): Pick<AssetView, 'carried'> {
  if (!carried) return {};
  const { score: _score, scoredOn: _on, ...agreement } = carried;
  return { carried: risks ? carried : agreement };
}

const inOrder = (context: Context, assets: readonly Stored<Asset>[]) => {
  const keys = new Set(assets.map(({ key }) => key));
  return assetsByTitle(context)
    .filter(({ key }) => keys.has(key))
    .map(assetRefOf);
};
