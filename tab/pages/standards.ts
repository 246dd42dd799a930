import { pageTable, pageWith } from '../shared/ui/page-table.tsx';

const standardPage = pageWith('standards', 'risks', 'files');

/** The pages under `/standards`. A page joins as one row. */
export const standardsPages = pageTable({
  '/standards': standardPage(() => import('../standards/StandardsPage.tsx'), 'StandardsPage'),
  '/standards/gaps': standardPage(() => import('../standards/GapsPage.tsx'), 'GapsPage'),
  '/standards/twice': standardPage(() => import('../standards/TwicePage.tsx'), 'TwicePage'),
  '/standards/crosswalk': standardPage(() => import('../standards/CrosswalkPage.tsx'), 'CrosswalkPage'),
  '/standards/import': standardPage(() => import('../standards/ImportStandardPage.tsx'), 'ImportStandardPage'),
  '/standards/controls': standardPage(() => import('../standards/ControlsPage.tsx'), 'ControlsPage'),
  '/standards/controls/new': standardPage(() => import('../standards/ControlFormPage.tsx'), 'NewControlPage'),
  '/standards/controls/:controlKey': standardPage(() => import('../standards/ControlPage.tsx'), 'ControlPage'),
  '/standards/controls/:controlKey/edit': standardPage(
    () => import('../standards/ControlFormPage.tsx'),
    'EditControlPage',
  ),
  '/standards/:standardKey': standardPage(() => import('../standards/StandardPage.tsx'), 'StandardPage'),
});
