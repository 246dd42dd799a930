import { page, pageTable } from '../shared/ui/page-table.tsx';

/** State of the program, and the reminders it sends. */
export const operationsPages = pageTable({
  '/operations': page(() => import('../operations/OperationsPage.tsx'), 'OperationsPage', 'operations', 'errors'),
  '/operations/reminders': page(
    () => import('../reminders/RemindersPage.tsx'),
    'RemindersPage',
    'reminders',
    'kinds',
    'deliveries',
    'operations',
  ),
  '/operations/trail': page(() => import('../trail/TrailPage.tsx'), 'TrailPage', 'trail', 'operations'),
  '/operations/retention': page(
    () => import('../retention/RetentionPage.tsx'),
    'RetentionPage',
    'retention',
    'operations',
  ),
});
