import { page, pageTable, pageWith } from '../shared/ui/page-table.tsx';

const successionPage = pageWith('ownership');

/** The pages under `/systems` and `/hand-overs`. A page joins as one row. */
export const ownershipPages = pageTable({
  '/systems': page(
    () => import('../ownership/OwnAssetsPage.tsx'),
    'OwnAssetsPage',
    'ownership',
    'risks',
    'contingency',
    'kinds',
  ),
  '/hand-overs': successionPage(() => import('../ownership/LeaversPage.tsx'), 'LeaversPage'),
  '/hand-overs/person/:personId': successionPage(() => import('../ownership/BelongingsPage.tsx'), 'BelongingsPage'),
  '/hand-overs/:successionKey': successionPage(() => import('../ownership/SuccessionPage.tsx'), 'SuccessionPage'),
});
