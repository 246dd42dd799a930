import { pageTable, pageWith } from '../shared/ui/page-table.tsx';

const organisationPage = pageWith('organisation', 'roles');
const governancePage = pageWith('governance', 'organisation', 'roles');

/** The pages under `/organisation`. A page joins as one row. */
export const organisationPages = pageTable({
  '/organisation': organisationPage(() => import('../organisation/OrganisationPage.tsx'), 'OrganisationPage'),
  '/organisation/centres/:centreId': organisationPage(() => import('../organisation/CentrePage.tsx'), 'CentrePage'),
  '/organisation/without-centre': organisationPage(
    () => import('../organisation/WithoutCentrePage.tsx'),
    'WithoutCentrePage',
  ),
  '/organisation/roles': organisationPage(() => import('../organisation/RolesPage.tsx'), 'RolesPage'),
  '/organisation/duties': governancePage(() => import('../governance/DutiesPage.tsx'), 'DutiesPage'),
  '/organisation/management': governancePage(
    () => import('../governance/ManagementDutyPage.tsx'),
    'ManagementDutyPage',
  ),
  '/organisation/orientation': governancePage(() => import('../governance/OrientationPage.tsx'), 'OrientationPage'),
});
