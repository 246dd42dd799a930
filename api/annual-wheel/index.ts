/** The annual wheel: activities that come again, and the tasks they make (R12). */
export { WheelActivities, type Revision, type WheelActivity } from './activity-list.ts';
export { WheelTasks, type TaskEvent, type TouchedTask } from './task-list.ts';
export { isOpen, lookOf, owedSince, taskKey, type TaskLook, type TaskState, type WheelTask } from './task.ts';
export { findTask, openTasksDueBy, tasksOfYear } from './tasks.ts';
export { responsibleNow } from './task-owners.ts';
export { wheelSource, wheelTaskKind, wheelTaskPath } from './wheel-source.ts';
export { startTask } from './start-task.ts';
export { completeTask, type Completed, type CompleteTask } from './complete-task.ts';
export { moveTask } from './move-task.ts';
export { cancelTask } from './cancel-task.ts';
export { reopenTask } from './reopen-task.ts';
export { tickStep } from './tick-step.ts';
export { continueWheelActs } from './record-wheel-acts.ts';
export { mayEditWheel, maySeeWheel } from './permissions.ts';
