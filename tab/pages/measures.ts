import { page, pageTable } from '../shared/ui/page-table.tsx';

const measureTexts = ['measures', 'roles'] as const;

/** The pages under `/measures`. A page joins as one row. */
export const measuresPages = pageTable({
  '/measures': page(() => import('../measures/MeasuresPage.tsx').then((file) => file.MeasuresPage), ...measureTexts),
  '/measures/new': page(
    () => import('../measures/MeasureFormPage.tsx').then((file) => file.NewMeasurePage),
    ...measureTexts,
  ),
  '/measures/:measureKey': page(
    () => import('../measures/MeasurePage.tsx').then((file) => file.MeasurePage),
    ...measureTexts,
  ),
  '/measures/:measureKey/edit': page(
    () => import('../measures/MeasureFormPage.tsx').then((file) => file.EditMeasurePage),
    ...measureTexts,
  ),
});
