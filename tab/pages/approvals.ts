import { pageTable, pageWith } from '../shared/ui/page-table.tsx';

const approvalPage = pageWith('approvals', 'roles', 'files');
const reportPage = pageWith('statusReports', 'figures', 'roles', 'inspections');

/** The pages under `/approvals`. A page joins as one row. */
export const approvalsPages = pageTable({
  '/approvals': approvalPage(() => import('../approvals/ApprovalsPage.tsx'), 'ApprovalsPage'),
  '/approvals/agendas': approvalPage(() => import('../approvals/AgendasPage.tsx'), 'AgendasPage'),
  '/approvals/agendas/new': approvalPage(() => import('../approvals/AgendaFormPage.tsx'), 'NewAgendaPage'),
  '/approvals/agendas/:agendaKey': approvalPage(() => import('../approvals/AgendaPage.tsx'), 'AgendaPage'),
  '/approvals/agendas/:agendaKey/edit': approvalPage(() => import('../approvals/AgendaFormPage.tsx'), 'EditAgendaPage'),
  '/approvals/status-reports': reportPage(() => import('../status-reports/StatusReportsPage.tsx'), 'StatusReportsPage'),
  '/approvals/status-reports/:statusReportKey': reportPage(
    () => import('../status-reports/StatusReportPage.tsx'),
    'StatusReportPage',
  ),
  '/approvals/:requestKey': approvalPage(() => import('../approvals/ApprovalPage.tsx'), 'ApprovalPage'),
});
