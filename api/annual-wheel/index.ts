/** The annual wheel: recurring activities, and their tasks (R12). */
export { WheelActivities, type Revision, type WheelActivity } from './activity-list.ts';
export { WheelTasks, type TouchedTask } from './task-list.ts';
export { isDoneLate, isOpen, missedSince, taskLook, taskKey, type WheelTask } from './task.ts';
export { findTask, openTasksDueBy, tasksOfYear } from './tasks.ts';
export { counted as countsInShare } from './visible-tasks.ts';
export { isTaskFor, responsibleNow } from './task-owners.ts';
export { wheelSource, wheelTaskKind, wheelTaskPath } from './wheel-source.ts';
export { startTask } from './start-task.ts';
export { completeTask } from './complete-task.ts';
export { moveTask } from './move-task.ts';
export { cancelTask } from './cancel-task.ts';
export { reopenTask } from './reopen-task.ts';
export { tickStep } from './tick-step.ts';
export { continueWheelActs } from './record-wheel-acts.ts';
export { maySeeWheel } from './permissions.ts';
export { CalendarFeeds } from './calendar/feed-list.ts';
export { feedOwner } from './calendar/feeds.ts';
export { writeCalendar } from './calendar/write-calendar.ts';
export { NetworkMeetings, type NetworkMeeting } from './meetings/meeting-list.ts';
export { answerMeeting, isComing } from './meetings/answer-meeting.ts';
export { isAttendanceRecorded, isHeld, meetingPath, replyOf, type Reply } from './meetings/meeting.ts';
export {
  cardsOfMeeting,
  continueMeetings,
  isAskedOf,
  meetingKind,
  meetingOfCard,
} from './meetings/meeting-campaign.ts';
export { WheelPlans } from './plans/plan-list.ts';
export { startPlan, type DecidedTask } from './plans/start-plan.ts';
export { closePlanned, completePlanned, keepPlanned, plannedOnWheel } from './plans/keep-planned.ts';
export { closePolicyPlan, completePolicyStep } from './plans/policy-plan-follows.ts';
export { startPolicyPlan } from './plans/start-policy-plan.ts';
export { tasksOfGroup } from './groups.ts';
export { makeActivity, changeActivity, closeActivity } from './save-activity.ts';
export { adoptFromCatalogue } from './adopt-from-catalogue.ts';
export { wheelRoutes } from './routes.ts';
export { calendarRoutes } from './calendar/routes.ts';
export { meetingRoutes } from './meetings/routes.ts';
export { planRoutes } from './plans/routes.ts';
export { activityTransfer } from './activity-transfer.ts';
