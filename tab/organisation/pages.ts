import { page, pageTable } from '../shared/ui/page-table.tsx';

const organisationTexts = ['organisation', 'roles'] as const;

/** The pages under `/organisation`. A page joins as one row. */
export const organisationPages = pageTable({
  '/organisation': page(
    () => import('./OrganisationPage.tsx').then((file) => file.OrganisationPage),
    ...organisationTexts,
  ),
  '/organisation/centres/:centreId': page(
    () => import('./CentrePage.tsx').then((file) => file.CentrePage),
    ...organisationTexts,
  ),
  '/organisation/roles': page(() => import('./RolesPage.tsx').then((file) => file.RolesPage), ...organisationTexts),
});
