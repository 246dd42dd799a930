import { pageTable, pageWith } from '../shared/ui/page-table.tsx';

const wheelPage = pageWith('wheel', 'roles', 'calendar');

/** The pages under `/wheel`. A page joins as one row. */
export const wheelPages = pageTable({
  '/wheel': wheelPage(() => import('../annual-wheel/WheelPage.tsx'), 'WheelPage'),
  '/wheel/heat': wheelPage(() => import('../annual-wheel/HeatPage.tsx'), 'HeatPage'),
  '/wheel/activities': wheelPage(() => import('../annual-wheel/ActivitiesPage.tsx'), 'ActivitiesPage'),
  '/wheel/activities/new': wheelPage(() => import('../annual-wheel/ActivityPage.tsx'), 'NewActivityPage'),
  '/wheel/activities/:activityKey': wheelPage(() => import('../annual-wheel/ActivityPage.tsx'), 'ActivityPage'),
  '/wheel/catalogue': wheelPage(() => import('../annual-wheel/CataloguePage.tsx'), 'CataloguePage'),
  '/wheel/plans': wheelPage(() => import('../annual-wheel/PlansPage.tsx'), 'PlansPage'),
  '/wheel/meetings': wheelPage(() => import('../annual-wheel/MeetingsPage.tsx'), 'MeetingsPage'),
  '/wheel/meetings/new': wheelPage(() => import('../annual-wheel/MeetingFormPage.tsx'), 'NewMeetingPage'),
  '/wheel/meetings/:meetingKey/edit': wheelPage(() => import('../annual-wheel/MeetingFormPage.tsx'), 'EditMeetingPage'),
  '/wheel/meetings/:meetingKey': wheelPage(() => import('../annual-wheel/MeetingPage.tsx'), 'MeetingPage'),
  '/wheel/tasks/:taskKey': wheelPage(() => import('../annual-wheel/TaskPage.tsx'), 'TaskPage'),
});
