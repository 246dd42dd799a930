import { routes } from '../../http/route.ts';
import { importContract } from '../contract.ts';
import { importRunOf } from './import-run.ts';
import { checkImport, importCompletions, readImport } from './import-completions.ts';
import { completionImporters } from './permissions.ts';

/** The import's endpoints: read, try, record. */
export const importRoutes = routes(importContract, {
  'POST /api/learning/imports/read': {
    allow: completionImporters,
    run: (context, actor, { body }) => readImport(context, actor, body),
  },
  'POST /api/learning/imports/check': {
    allow: completionImporters,
    run: (context, actor, { body }) => checkImport(context, actor, body),
  },
  'POST /api/learning/imports': {
    allow: completionImporters,
    run: (context, actor, { body }) => importCompletions(context, actor, body),
  },
  'GET /api/learning/imports/running': {
    allow: completionImporters,
    run: (context) => {
      const run = importRunOf(context);
      return run ? { run } : {};
    },
  },
});
