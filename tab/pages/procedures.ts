import { pageTable, pageWith } from '../shared/ui/page-table.tsx';

const procedurePage = pageWith('procedures', 'files', 'roles', 'deliveries', 'policy');

/** The pages under `/procedures`. A page joins as one row. */
export const proceduresPages = pageTable({
  '/procedures': procedurePage(() => import('../procedures/ProceduresPage.tsx'), 'ProceduresPage'),
  '/procedures/new': procedurePage(() => import('../procedures/NewProcedurePage.tsx'), 'NewProcedurePage'),
  '/procedures/coverage': procedurePage(
    () => import('../procedures/ProcedureCoveragePage.tsx'),
    'ProcedureCoveragePage',
  ),
  '/procedures/areas': procedurePage(() => import('../procedures/AreasPage.tsx'), 'AreasPage'),
  '/procedures/:procedureKey': procedurePage(() => import('../procedures/ProcedurePage.tsx'), 'ProcedurePage'),
  '/procedures/:procedureKey/edit': procedurePage(
    () => import('../procedures/EditProcedurePage.tsx'),
    'EditProcedurePage',
  ),
});
