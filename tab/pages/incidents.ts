import { pageTable, pageWith } from '../shared/ui/page-table.tsx';

const incidentPage = pageWith('incidentPages', 'incidents');

/** The pages under `/incidents`. A page joins as one row. */
export const incidentsPages = pageTable({
  '/incidents': incidentPage(() => import('../incidents/IncidentsPage.tsx'), 'IncidentsPage'),
  '/incidents/answers': incidentPage(() => import('../incidents/GuidesPage.tsx'), 'GuidesPage'),
});
