import { routes, type Route } from '../http/route.ts';
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
export const assetRoutes = (told: ToldOfAssets): Route[] => [
  ...routes(assetRegisterContract, {
    'GET /api/assets': {
      allow: riskReaders,
      run: (context, actor, { query }) => assetList(context, actor, query, told),
    },
    'GET /api/assets.xlsx': {
      allow: riskReaders,
      run: (context, actor, { query }) => assetsWorkbook(context, actor, query, told),
    },
    'GET /api/asset-names': {
      allow: 'everyone',
      run: (context, actor, { query }) => assetNames(context, actor, query),
    },
    'POST /api/assets': {
      allow: assetWriters,
      run: async (context, actor, { body }) => {
        const { key } = await addAsset(context, actor, body);
        return assetView(context, actor, key, told);
      },
    },
    'GET /api/assets/:assetKey': {
      allow: 'everyone',
      run: (context, actor, { params }) => seenAsset(context, actor, params.assetKey, told),
    },
    'PUT /api/assets/:assetKey': {
      allow: 'everyone',
      run: async (context, actor, { params: { assetKey }, body }) => {
        await changeAsset(context, actor, assetKey, body);
        return assetView(context, actor, assetKey, told);
      },
    },
    'POST /api/assets/:assetKey/retire': {
      allow: assetWriters,
      run: async (context, actor, { params: { assetKey }, body }) => {
        await retireAsset(context, actor, assetKey, body.reason);
        return assetView(context, actor, assetKey, told);
      },
    },
    'POST /api/assets/:assetKey/reinstate': {
      allow: assetWriters,
      run: async (context, actor, { params: { assetKey } }) => {
        await reinstateAsset(context, actor, assetKey);
        return assetView(context, actor, assetKey, told);
      },
    },
    'POST /api/assets/:assetKey/not-needed': {
      allow: assetWriters,
      run: async (context, actor, { params: { assetKey }, body }) => {
        await decideNotNeeded(context, actor, assetKey, body.reason);
        return assetView(context, actor, assetKey, told);
      },
    },
    'DELETE /api/assets/:assetKey/not-needed': {
      allow: assetWriters,
      run: async (context, actor, { params: { assetKey } }) => {
        await undoNotNeeded(context, actor, assetKey);
        return assetView(context, actor, assetKey, told);
      },
    },
  }),
  ...assetImportRoutes(told),
];
