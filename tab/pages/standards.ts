import { page, pageTable } from '../shared/ui/page-table.tsx';

const standardTexts = ['standards', 'risks', 'files'] as const;

/** The pages under `/standards`. A page joins as one row. */
export const standardsPages = pageTable({
  '/standards': page(
    () => import('../standards/StandardsPage.tsx').then((file) => file.StandardsPage),
    ...standardTexts,
  ),
  '/standards/gaps': page(() => import('../standards/GapsPage.tsx').then((file) => file.GapsPage), ...standardTexts),
  '/standards/twice': page(() => import('../standards/TwicePage.tsx').then((file) => file.TwicePage), ...standardTexts),
  '/standards/crosswalk': page(
    () => import('../standards/CrosswalkPage.tsx').then((file) => file.CrosswalkPage),
    ...standardTexts,
  ),
  '/standards/import': page(
    () => import('../standards/ImportStandardPage.tsx').then((file) => file.ImportStandardPage),
    ...standardTexts,
  ),
  '/standards/controls': page(
    () => import('../standards/ControlsPage.tsx').then((file) => file.ControlsPage),
    ...standardTexts,
  ),
  '/standards/controls/new': page(
    () => import('../standards/ControlFormPage.tsx').then((file) => file.NewControlPage),
    ...standardTexts,
  ),
  '/standards/controls/:controlKey': page(
    () => import('../standards/ControlPage.tsx').then((file) => file.ControlPage),
    ...standardTexts,
  ),
  '/standards/controls/:controlKey/edit': page(
    () => import('../standards/ControlFormPage.tsx').then((file) => file.EditControlPage),
    ...standardTexts,
  ),
  '/standards/:standardKey': page(
    () => import('../standards/StandardPage.tsx').then((file) => file.StandardPage),
    ...standardTexts,
  ),
});
