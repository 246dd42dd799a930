import type { Context } from '../context.ts';
import { allow, created, from, routes, thenView, type Route } from '../http/route.ts';
import type { Actor } from '../kernel/index.ts';
import type { ToldOfAssets } from './asset-rows.ts';
import { assetList, assetNames, assetView, seenAsset } from './asset-views.ts';
import { assetsWorkbook } from './assets-workbook.ts';
import { assetRegisterContract } from './contract.ts';
import { decideNotNeeded, undoNotNeeded } from './decide-not-needed.ts';
import { assetImportRoutes } from './import/routes.ts';
import { assetWriters, riskReaders } from './permissions.ts';
import { reinstateAsset, retireAsset } from './retire-asset.ts';
import { addAsset, changeAsset } from './save-asset.ts';

/** The register's endpoints. `told`: data from the rooms above, unknown to assets. */
export function assetRoutes(told: ToldOfAssets): Route[] {
  const viewOf = (context: Context, actor: Actor, key: string) => assetView(context, actor, key, told);
  const thenAsset = thenView(from(viewOf, 'assetKey'));
  const register = routes(assetRegisterContract, {
    'GET /api/assets': allow(riskReaders, (context, actor, { query }) => assetList(context, actor, query, told)),
    'GET /api/assets.xlsx': allow(riskReaders, (context, actor, { query }) =>
      assetsWorkbook(context, actor, query, told),
    ),
    'GET /api/asset-names': allow('everyone', from(assetNames, 'query')),
    'POST /api/assets': allow(assetWriters, created(viewOf, from(addAsset, 'body'))),
    'GET /api/assets/:assetKey': allow('everyone', (context, actor, { params }) =>
      seenAsset(context, actor, params.assetKey, told),
    ),
    'PUT /api/assets/:assetKey': allow('everyone', thenAsset(from(changeAsset, 'assetKey', 'body'))),
    'POST /api/assets/:assetKey/retire': allow(assetWriters, thenAsset(from(retireAsset, 'assetKey', 'body.reason'))),
    'POST /api/assets/:assetKey/reinstate': allow(assetWriters, thenAsset(from(reinstateAsset, 'assetKey'))),
    'POST /api/assets/:assetKey/not-needed': allow(
      assetWriters,
      thenAsset(from(decideNotNeeded, 'assetKey', 'body.reason')),
    ),
    'DELETE /api/assets/:assetKey/not-needed': allow(assetWriters, thenAsset(from(undoNotNeeded, 'assetKey'))),
  });
  return [...register, ...assetImportRoutes(told)];
}
