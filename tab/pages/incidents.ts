import { page, pageTable } from '../shared/ui/page-table.tsx';

const incidentTexts = ['incidentPages', 'incidents'] as const;

/** The pages under `/incidents`. A page joins as one row. */
export const incidentsPages = pageTable({
  '/incidents': page(
    () => import('../incidents/IncidentsPage.tsx').then((file) => file.IncidentsPage),
    ...incidentTexts,
  ),
  '/incidents/answers': page(
    () => import('../incidents/GuidesPage.tsx').then((file) => file.GuidesPage),
    ...incidentTexts,
  ),
});
