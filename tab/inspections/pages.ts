import { page, pageTable } from '../shared/ui/page-table.tsx';

const texts = ['inspectionPages', 'inspections', 'contingencyTests'] as const;

/** The pages under `/inspections`. A page joins as one row. */
export const inspectionsPages = pageTable({
  '/inspections': page(() => import('./ProgrammePage.tsx').then((file) => file.ProgrammePage), ...texts),
  '/inspections/findings': page(() => import('./FindingsPage.tsx').then((file) => file.FindingsPage), ...texts),
  '/inspections/findings/:findingKey': page(
    () => import('./FindingPage.tsx').then((file) => file.FindingPage),
    ...texts,
  ),
  '/inspections/checklists': page(() => import('./ChecklistsPage.tsx').then((file) => file.ChecklistsPage), ...texts),
  '/inspections/visits/:inspectionKey': page(() => import('./VisitPage.tsx').then((file) => file.VisitPage), ...texts),
  '/inspections/visits/:inspectionKey/walk': page(
    () => import('./walk/WalkPage.tsx').then((file) => file.WalkPage),
    ...texts,
  ),
});
