import { page, pageTable } from '../shared/ui/page-table.tsx';

const organisationTexts = ['organisation', 'roles'] as const;
const governanceTexts = ['governance', 'organisation', 'roles'] as const;

/** The pages under `/organisation`. A page joins as one row. */
export const organisationPages = pageTable({
  '/organisation': page(
    () => import('../organisation/OrganisationPage.tsx').then((file) => file.OrganisationPage),
    ...organisationTexts,
  ),
  '/organisation/centres/:centreId': page(
    () => import('../organisation/CentrePage.tsx').then((file) => file.CentrePage),
    ...organisationTexts,
  ),
  '/organisation/roles': page(
    () => import('../organisation/RolesPage.tsx').then((file) => file.RolesPage),
    ...organisationTexts,
  ),
  '/organisation/duties': page(
    () => import('../governance/DutiesPage.tsx').then((file) => file.DutiesPage),
    ...governanceTexts,
  ),
  '/organisation/management': page(
    () => import('../governance/ManagementDutyPage.tsx').then((file) => file.ManagementDutyPage),
    ...governanceTexts,
  ),
  '/organisation/orientation': page(
    () => import('../governance/OrientationPage.tsx').then((file) => file.OrientationPage),
    ...governanceTexts,
  ),
});
