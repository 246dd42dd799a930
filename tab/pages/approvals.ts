import { page, pageTable } from '../shared/ui/page-table.tsx';

const approvalTexts = ['approvals', 'roles', 'files'] as const;
const reportTexts = ['statusReports', 'figures', 'roles', 'inspections'] as const;

/** The pages under `/approvals`. A page joins as one row. */
export const approvalsPages = pageTable({
  '/approvals': page(
    () => import('../approvals/ApprovalsPage.tsx').then((file) => file.ApprovalsPage),
    ...approvalTexts,
  ),
  '/approvals/agendas': page(
    () => import('../approvals/AgendasPage.tsx').then((file) => file.AgendasPage),
    ...approvalTexts,
  ),
  '/approvals/agendas/new': page(
    () => import('../approvals/AgendaFormPage.tsx').then((file) => file.NewAgendaPage),
    ...approvalTexts,
  ),
  '/approvals/agendas/:agendaKey': page(
    () => import('../approvals/AgendaPage.tsx').then((file) => file.AgendaPage),
    ...approvalTexts,
  ),
  '/approvals/agendas/:agendaKey/edit': page(
    () => import('../approvals/AgendaFormPage.tsx').then((file) => file.EditAgendaPage),
    ...approvalTexts,
  ),
  '/approvals/status-reports': page(
    () => import('../status-reports/StatusReportsPage.tsx').then((file) => file.StatusReportsPage),
    ...reportTexts,
  ),
  '/approvals/status-reports/:statusReportKey': page(
    () => import('../status-reports/StatusReportPage.tsx').then((file) => file.StatusReportPage),
    ...reportTexts,
  ),
  '/approvals/:requestKey': page(
    () => import('../approvals/ApprovalPage.tsx').then((file) => file.ApprovalPage),
    ...approvalTexts,
  ),
});
