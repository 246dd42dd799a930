import { page, pageTable } from '../shared/ui/page-table.tsx';

const policyTexts = ['policy', 'deliveries', 'roles'] as const;
const draftTexts = ['policy', 'roles', 'files'] as const;

/** The pages under `/policy`. A page joins as one row. */
export const policyPages = pageTable({
  '/policy': page(() => import('../policy/PolicyPage.tsx').then((file) => file.PolicyPage), ...policyTexts),
  '/policy/versions/:versionKey': page(
    () => import('../policy/VersionPage.tsx').then((file) => file.VersionPage),
    ...policyTexts,
  ),
  '/policy/coverage': page(
    () => import('../policy/CoveragePage.tsx').then((file) => file.CoveragePage),
    ...policyTexts,
  ),
  '/policy/unreachable': page(
    () => import('../deliveries/UnreachablePage.tsx').then((file) => file.UnreachablePage),
    ...policyTexts,
  ),
  '/policy/new': page(() => import('../policy/DraftPage.tsx').then((file) => file.NewDraftPage), ...draftTexts),
  '/policy/edit/:versionKey': page(
    () => import('../policy/DraftPage.tsx').then((file) => file.EditDraftPage),
    ...draftTexts,
  ),
});
