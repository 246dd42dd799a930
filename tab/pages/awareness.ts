import { page, pageTable } from '../shared/ui/page-table.tsx';

/** The pages under `/learning`. A page joins as one row. */
export const learningPages = pageTable({
  '/learning': page(() => import('../awareness/LearningPage.tsx'), 'LearningPage', 'awareness'),
  '/learning/coverage': page(
    () => import('../awareness/LearningCoveragePage.tsx'),
    'LearningCoveragePage',
    'awareness',
  ),
  '/learning/exemptions': page(() => import('../awareness/ExemptionsPage.tsx'), 'ExemptionsPage', 'awareness'),
  '/learning/import': page(() => import('../awareness/ImportPage.tsx'), 'ImportPage', 'awareness', 'files'),
  '/learning/rounds': page(() => import('../awareness/RoundsPage.tsx'), 'RoundsPage', 'awareness'),
  '/learning/rounds/new': page(() => import('../awareness/RoundPage.tsx'), 'NewRoundPage', 'awareness'),
  '/learning/rounds/edit/:roundKey': page(() => import('../awareness/RoundPage.tsx'), 'EditRoundPage', 'awareness'),
  '/learning/courses/new': page(() => import('../awareness/CoursePage.tsx'), 'NewCoursePage', 'awareness'),
  '/learning/courses/edit/:courseKey': page(() => import('../awareness/CoursePage.tsx'), 'EditCoursePage', 'awareness'),
});
