import { pageTable, pageWith } from '../shared/ui/page-table.tsx';

const appointmentPage = pageWith('appointments', 'organisation', 'roles');

/** The pages under `/appointments`. A page joins as one row. */
export const appointmentPages = pageTable({
  '/appointments': appointmentPage(() => import('../appointments/AppointmentsPage.tsx'), 'AppointmentsPage'),
  '/appointments/new': appointmentPage(() => import('../appointments/ProposalFormPage.tsx'), 'NewProposalPage'),
  '/appointments/:proposalKey': appointmentPage(() => import('../appointments/ProposalPage.tsx'), 'ProposalPage'),
  '/appointments/:proposalKey/edit': appointmentPage(
    () => import('../appointments/ProposalFormPage.tsx'),
    'EditProposalPage',
  ),
});
