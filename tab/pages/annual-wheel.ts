import { page, pageTable } from '../shared/ui/page-table.tsx';

const wheelTexts = ['wheel', 'roles', 'calendar'] as const;

/** The pages under `/wheel`. A page joins as one row. */
export const wheelPages = pageTable({
  '/wheel': page(() => import('../annual-wheel/WheelPage.tsx').then((file) => file.WheelPage), ...wheelTexts),
  '/wheel/heat': page(() => import('../annual-wheel/HeatPage.tsx').then((file) => file.HeatPage), ...wheelTexts),
  '/wheel/activities': page(
    () => import('../annual-wheel/ActivitiesPage.tsx').then((file) => file.ActivitiesPage),
    ...wheelTexts,
  ),
  '/wheel/activities/new': page(
    () => import('../annual-wheel/ActivityPage.tsx').then((file) => file.NewActivityPage),
    ...wheelTexts,
  ),
  '/wheel/activities/:activityKey': page(
    () => import('../annual-wheel/ActivityPage.tsx').then((file) => file.ActivityPage),
    ...wheelTexts,
  ),
  '/wheel/catalogue': page(
    () => import('../annual-wheel/CataloguePage.tsx').then((file) => file.CataloguePage),
    ...wheelTexts,
  ),
  '/wheel/plans': page(() => import('../annual-wheel/PlansPage.tsx').then((file) => file.PlansPage), ...wheelTexts),
  '/wheel/meetings': page(
    () => import('../annual-wheel/MeetingsPage.tsx').then((file) => file.MeetingsPage),
    ...wheelTexts,
  ),
  '/wheel/meetings/new': page(
    () => import('../annual-wheel/MeetingFormPage.tsx').then((file) => file.NewMeetingPage),
    ...wheelTexts,
  ),
  '/wheel/meetings/:meetingKey/edit': page(
    () => import('../annual-wheel/MeetingFormPage.tsx').then((file) => file.EditMeetingPage),
    ...wheelTexts,
  ),
  '/wheel/meetings/:meetingKey': page(
    () => import('../annual-wheel/MeetingPage.tsx').then((file) => file.MeetingPage),
    ...wheelTexts,
  ),
  '/wheel/tasks/:taskKey': page(
    () => import('../annual-wheel/TaskPage.tsx').then((file) => file.TaskPage),
    ...wheelTexts,
  ),
});
