import { page, pageTable } from '../shared/ui/page-table.tsx';

const procedureTexts = ['procedures', 'files', 'roles', 'deliveries', 'policy'] as const;

/** The pages under `/procedures`. A page joins as one row. */
export const proceduresPages = pageTable({
  '/procedures': page(
    () => import('../procedures/ProceduresPage.tsx').then((file) => file.ProceduresPage),
    ...procedureTexts,
  ),
  '/procedures/new': page(
    () => import('../procedures/NewProcedurePage.tsx').then((file) => file.NewProcedurePage),
    ...procedureTexts,
  ),
  '/procedures/coverage': page(
    () => import('../procedures/ProcedureCoveragePage.tsx').then((file) => file.ProcedureCoveragePage),
    ...procedureTexts,
  ),
  '/procedures/areas': page(
    () => import('../procedures/AreasPage.tsx').then((file) => file.AreasPage),
    ...procedureTexts,
  ),
  '/procedures/:procedureKey': page(
    () => import('../procedures/ProcedurePage.tsx').then((file) => file.ProcedurePage),
    ...procedureTexts,
  ),
  '/procedures/:procedureKey/edit': page(
    () => import('../procedures/EditProcedurePage.tsx').then((file) => file.EditProcedurePage),
    ...procedureTexts,
  ),
});
