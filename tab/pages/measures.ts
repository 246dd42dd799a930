import { pageTable, pageWith } from '../shared/ui/page-table.tsx';

const measurePage = pageWith('measures', 'roles');

/** The pages under `/measures`. A page joins as one row. */
export const measuresPages = pageTable({
  '/measures': measurePage(() => import('../measures/MeasuresPage.tsx'), 'MeasuresPage'),
  '/measures/new': measurePage(() => import('../measures/MeasureFormPage.tsx'), 'NewMeasurePage'),
  '/measures/:measureKey': measurePage(() => import('../measures/MeasurePage.tsx'), 'MeasurePage'),
  '/measures/:measureKey/edit': measurePage(() => import('../measures/MeasureFormPage.tsx'), 'EditMeasurePage'),
});
