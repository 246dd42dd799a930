import { page, pageTable, pageWith } from '../shared/ui/page-table.tsx';

const taskPage = pageWith('obligations', 'reminders', 'kinds', 'calendar');

/** The reader's tasks, the centre's tasks, and reminder settings. */
export const obligationsPages = pageTable({
  '/tasks': taskPage(() => import('../obligations/TasksPage.tsx'), 'TasksPage'),
  '/tasks/reminders': taskPage(() => import('../reminders/WishesPage.tsx'), 'WishesPage'),
  '/tasks/initiatives/:centreId': page(
    () => import('../initiatives/InitiativesPage.tsx'),
    'InitiativesPage',
    'initiatives',
    'contingencyTests',
  ),
  '/centre': page(
    () => import('../obligations/MyCentrePage.tsx'),
    'MyCentrePage',
    'obligations',
    'reminders',
    'kinds',
    'calendar',
    'incidentPages',
  ),
});
