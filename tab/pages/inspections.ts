import { page, pageTable } from '../shared/ui/page-table.tsx';

const texts = ['inspectionPages', 'inspections', 'contingencyTests'] as const;

/** The pages under `/inspections`. A page joins as one row. */
export const inspectionsPages = pageTable({
  '/inspections': page(() => import('../inspections/ProgrammePage.tsx').then((file) => file.ProgrammePage), ...texts),
  '/inspections/findings': page(
    () => import('../inspections/FindingsPage.tsx').then((file) => file.FindingsPage),
    ...texts,
  ),
  '/inspections/findings/:findingKey': page(
    () => import('../inspections/FindingPage.tsx').then((file) => file.FindingPage),
    ...texts,
  ),
  '/inspections/checklists': page(
    () => import('../inspections/ChecklistsPage.tsx').then((file) => file.ChecklistsPage),
    ...texts,
  ),
  '/inspections/visits/:inspectionKey': page(
    () => import('../inspections/VisitPage.tsx').then((file) => file.VisitPage),
    ...texts,
  ),
  '/inspections/visits/:inspectionKey/walk': page(
    () => import('../inspections/walk/WalkPage.tsx').then((file) => file.WalkPage),
    ...texts,
  ),
});
