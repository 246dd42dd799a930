import { pageTable, pageWith } from '../shared/ui/page-table.tsx';

const policyPage = pageWith('policy', 'deliveries', 'roles');
const draftPage = pageWith('policy', 'roles', 'files');

/** The pages under `/policy`. A page joins as one row. */
export const policyPages = pageTable({
  '/policy': policyPage(() => import('../policy/PolicyPage.tsx'), 'PolicyPage'),
  '/policy/versions/:versionKey': policyPage(() => import('../policy/VersionPage.tsx'), 'VersionPage'),
  '/policy/coverage': policyPage(() => import('../policy/CoveragePage.tsx'), 'CoveragePage'),
  '/policy/unreachable': policyPage(() => import('../deliveries/UnreachablePage.tsx'), 'UnreachablePage'),
  '/policy/new': draftPage(() => import('../policy/DraftPage.tsx'), 'NewDraftPage'),
  '/policy/edit/:versionKey': draftPage(() => import('../policy/DraftPage.tsx'), 'EditDraftPage'),
});
