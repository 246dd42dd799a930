import { allow, from, routes } from '../../http/route.ts';
import { importContract } from '../contract.ts';
import { checkImport, importCompletions, importRunOf, readImport } from './import-completions.ts';
import { courseEditors } from '../permissions.ts';

/** The import's endpoints: read, try, record. */
export const importRoutes = routes(importContract, {
  'POST /api/learning/imports/read': allow(courseEditors, from(readImport, 'body')),
  'POST /api/learning/imports/check': allow(courseEditors, from(checkImport, 'body')),
  'POST /api/learning/imports': allow(courseEditors, from(importCompletions, 'body')),
  'GET /api/learning/imports/running': allow([...courseEditors, 'auditor'], (context) => {
    const run = importRunOf(context);
    return run ? { run } : {};
  }),
});
