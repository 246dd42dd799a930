import { page, pageTable } from '../shared/ui/page-table.tsx';

/** The pages under `/learning`. A page joins as one row. */
export const learningPages = pageTable({
  '/learning': page(() => import('../awareness/LearningPage.tsx').then((file) => file.LearningPage), 'awareness'),
  '/learning/coverage': page(
    () => import('../awareness/LearningCoveragePage.tsx').then((file) => file.LearningCoveragePage),
    'awareness',
  ),
  '/learning/exemptions': page(
    () => import('../awareness/ExemptionsPage.tsx').then((file) => file.ExemptionsPage),
    'awareness',
  ),
  '/learning/import': page(
    () => import('../awareness/ImportPage.tsx').then((file) => file.ImportPage),
    'awareness',
    'files',
  ),
  '/learning/rounds': page(() => import('../awareness/RoundsPage.tsx').then((file) => file.RoundsPage), 'awareness'),
  '/learning/rounds/new': page(
    () => import('../awareness/RoundPage.tsx').then((file) => file.NewRoundPage),
    'awareness',
  ),
  '/learning/rounds/edit/:roundKey': page(
    () => import('../awareness/RoundPage.tsx').then((file) => file.EditRoundPage),
    'awareness',
  ),
  '/learning/courses/new': page(
    () => import('../awareness/CoursePage.tsx').then((file) => file.NewCoursePage),
    'awareness',
  ),
  '/learning/courses/edit/:courseKey': page(
    () => import('../awareness/CoursePage.tsx').then((file) => file.EditCoursePage),
    'awareness',
  ),
});
