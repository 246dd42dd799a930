import { page, pageTable } from '../shared/ui/page-table.tsx';

const texts = ['appointments', 'organisation', 'roles'] as const;

/** The pages under `/appointments`. A page joins as one row. */
export const appointmentPages = pageTable({
  '/appointments': page(
    () => import('../appointments/AppointmentsPage.tsx').then((file) => file.AppointmentsPage),
    ...texts,
  ),
  '/appointments/new': page(
    () => import('../appointments/ProposalFormPage.tsx').then((file) => file.NewProposalPage),
    ...texts,
  ),
  '/appointments/:proposalKey': page(
    () => import('../appointments/ProposalPage.tsx').then((file) => file.ProposalPage),
    ...texts,
  ),
  '/appointments/:proposalKey/edit': page(
    () => import('../appointments/ProposalFormPage.tsx').then((file) => file.EditProposalPage),
    ...texts,
  ),
});
