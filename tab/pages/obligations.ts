import { page, pageTable } from '../shared/ui/page-table.tsx';

const taskTexts = ['obligations', 'reminders', 'kinds', 'calendar'] as const;

/** The reader's tasks, the centre's tasks, and reminder settings. */
export const obligationsPages = pageTable({
  '/tasks': page(() => import('../obligations/TasksPage.tsx').then((file) => file.TasksPage), ...taskTexts),
  '/tasks/reminders': page(() => import('../reminders/WishesPage.tsx').then((file) => file.WishesPage), ...taskTexts),
  '/tasks/initiatives/:centreId': page(
    () => import('../initiatives/InitiativesPage.tsx').then((file) => file.InitiativesPage),
    ...(['initiatives', 'contingencyTests'] as const),
  ),
  '/centre': page(
    () => import('../obligations/MyCentrePage.tsx').then((file) => file.MyCentrePage),
    ...taskTexts,
    'incidentPages',
  ),
});
