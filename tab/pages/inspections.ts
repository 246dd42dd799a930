import { pageTable, pageWith } from '../shared/ui/page-table.tsx';

const inspectionPage = pageWith('inspectionPages', 'inspections', 'contingencyTests');

/** The pages under `/inspections`. A page joins as one row. */
export const inspectionsPages = pageTable({
  '/inspections': inspectionPage(() => import('../inspections/ProgrammePage.tsx'), 'ProgrammePage'),
  '/inspections/findings': inspectionPage(() => import('../inspections/FindingsPage.tsx'), 'FindingsPage'),
  '/inspections/findings/:findingKey': inspectionPage(() => import('../inspections/FindingPage.tsx'), 'FindingPage'),
  '/inspections/checklists': inspectionPage(() => import('../inspections/ChecklistsPage.tsx'), 'ChecklistsPage'),
  '/inspections/visits/:inspectionKey': inspectionPage(() => import('../inspections/VisitPage.tsx'), 'VisitPage'),
  '/inspections/visits/:inspectionKey/walk': inspectionPage(
    () => import('../inspections/walk/WalkPage.tsx'),
    'WalkPage',
  ),
});
