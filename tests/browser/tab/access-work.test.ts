import { walkPages } from './walk-pages.ts';

walkPages([
  '/tasks',
  '/tasks/reminders',
  '/centre',
  '/centre?person=p36',
  '/operations/reminders?part=preview',
  '/operations/reminders?part=log',
  '/operations/reminders?part=log&day=2026-11-23',
  '/operations/reminders?part=cadences',
  '/operations',
  '/wheel',
  '/wheel?as=table',
  '/wheel/heat',
  '/wheel/tasks/manager-risk.2026-12-12.c6',
  '/wheel/activities',
  '/wheel/activities/committee-meeting',
  '/wheel/catalogue',
  '/wheel/plans',
  '/wheel/meetings',
  '/wheel/meetings/m2',
  '/wheel/meetings/new',
]);
