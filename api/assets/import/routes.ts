import { allow, from, routes, type Route } from '../../http/route.ts';
import type { Role } from '../../kernel/index.ts';
import { assetImportContract } from '../contract.ts';
import { assetImportRunOf, checkAssetImport, importAssets, readAssetImport } from './import-assets.ts';
import type { ToldOfAssets } from '../asset-rows.ts';
import { assetImports, undoAssetImport } from './undo-import.ts';

const importers = ['ciso', 'securityTeam'] as const satisfies readonly Role[];

/** The import's endpoints: read, try, write. */
export const assetImportRoutes = (told: Pick<ToldOfAssets, 'referencesTo'>): Route[] =>
  routes(assetImportContract, {
    'POST /api/assets/imports/read': allow(importers, from(readAssetImport, 'body')),
    'POST /api/assets/imports/check': allow(importers, from(checkAssetImport, 'body')),
    'POST /api/assets/imports': allow(importers, from(importAssets, 'body')),
    'GET /api/asset-imports': allow([...importers, 'auditor'], (context) => assetImports(context)),
    'POST /api/assets/imports/:importKey/undo': allow(importers, (context, actor, { params }) =>
      undoAssetImport(context, actor, params.importKey, told),
    ),
    'GET /api/assets/imports/running': allow([...importers, 'auditor'], (context) => {
      const run = assetImportRunOf(context);
      return run ? { run } : {};
    }),
  });
