import { page, pageTable } from '../shared/ui/page-table.tsx';

const taskTexts = ['obligations', 'reminders', 'kinds', 'calendar'] as const;

/** What the reader owes, what the reader's centre owes, and when they are reminded. */
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
