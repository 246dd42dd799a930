import { page, pageTable } from '../shared/ui/page-table.tsx';

/** State of the program, and the reminders it sends. */
export const operationsPages = pageTable({
  '/operations': page(
    () => import('../operations/OperationsPage.tsx').then((file) => file.OperationsPage),
    'operations',
    'errors',
  ),
  '/operations/reminders': page(
    () => import('../reminders/RemindersPage.tsx').then((file) => file.RemindersPage),
    'reminders',
    'kinds',
    'deliveries',
    'operations',
  ),
  '/operations/trail': page(
    () => import('../trail/TrailPage.tsx').then((file) => file.TrailPage),
    'trail',
    'operations',
  ),
  '/operations/retention': page(
    () => import('../retention/RetentionPage.tsx').then((file) => file.RetentionPage),
    'retention',
    'operations',
  ),
});
