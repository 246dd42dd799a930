import { page, pageTable } from '../shared/ui/page-table.tsx';

const successionTexts = ['ownership'] as const;

/** The pages under `/systems` and `/hand-overs`. A page joins as one row. */
export const ownershipPages = pageTable({
  '/systems': page(
    () => import('../ownership/OwnAssetsPage.tsx').then((file) => file.OwnAssetsPage),
    ...(['ownership', 'risks', 'contingency', 'kinds'] as const),
  ),
  '/hand-overs': page(
    () => import('../ownership/LeaversPage.tsx').then((file) => file.LeaversPage),
    ...successionTexts,
  ),
  '/hand-overs/person/:personId': page(
    () => import('../ownership/BelongingsPage.tsx').then((file) => file.BelongingsPage),
    ...successionTexts,
  ),
  '/hand-overs/:successionKey': page(
    () => import('../ownership/SuccessionPage.tsx').then((file) => file.SuccessionPage),
    ...successionTexts,
  ),
});
