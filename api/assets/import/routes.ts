import { routes } from '../../http/route.ts';
import type { Role } from '../../kernel/index.ts';
import { assetImportContract } from '../contract.ts';
import { checkAssetImport, importAssets, readAssetImport } from './import-assets.ts';
import { assetImportRunOf } from './write-assets.ts';

const importers = ['ciso', 'securityTeam'] as const satisfies readonly Role[];

/** The import's endpoints: read, try, write. */
export const assetImportRoutes = routes(assetImportContract, {
  'POST /api/assets/imports/read': {
    allow: importers,
    run: (context, actor, { body }) => readAssetImport(context, actor, body),
  },
  'POST /api/assets/imports/check': {
    allow: importers,
    run: (context, actor, { body }) => checkAssetImport(context, actor, body),
  },
  'POST /api/assets/imports': {
    allow: importers,
    run: (context, actor, { body }) => importAssets(context, actor, body),
  },
  'GET /api/assets/imports/running': {
    allow: [...importers, 'auditor'],
    run: (context) => {
      const run = assetImportRunOf(context);
      return run ? { run } : {};
    },
  },
});
