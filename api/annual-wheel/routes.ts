import { editing } from '../edits/index.ts';
import { allow, from, routes, thenView, type Route } from '../http/route.ts';
import { todayOf, type LocalDate } from '../kernel/index.ts';
import { givenActivity } from './activity-given.ts';
import { visibleActivities, activityViewOf } from './activity-views.ts';
import { adoptFromCatalogue, visibleCatalogue } from './adopt-from-catalogue.ts';
import { cancelTask } from './cancel-task.ts';
import { completeTask } from './complete-task.ts';
import { wheelContract } from './contract.ts';
import { requireGroup } from './groups.ts';
import { heatOf } from './heat-view.ts';
import { moveTask } from './move-task.ts';
import { wheelEditors, wheelReaders } from './permissions.ts';
import { nextDates } from './recurrence.ts';
import { reopenTask } from './reopen-task.ts';
import { activityOrThrow, changeActivity, closeActivity, makeActivity } from './save-activity.ts';
import { startTask } from './start-task.ts';
import { taskView } from './task-views.ts';
import { visibleTasks } from './visible-tasks.ts';
import { tasksWorkbook } from './tasks-workbook.ts';
import { tickStep } from './tick-step.ts';
import { wheelOf } from './wheel-view.ts';

const thenTaskView = thenView(from(taskView, 'taskKey'));

/**
 * The wheel, its tasks and activities. Task routes are open to everybody, since a task may be handed over to a person
 * without a role; the act checks the owner.
 */
export const wheelRoutes: Route[] = routes(wheelContract, {
  'GET /api/wheel': allow(wheelReaders, from(wheelOf, 'query')),
  'GET /api/wheel/tasks': allow(wheelReaders, from(visibleTasks, 'query')),
  'GET /api/wheel/tasks.xlsx': allow(wheelReaders, from(tasksWorkbook, 'query')),
  'GET /api/wheel/heat': allow(wheelReaders, (context, _actor, { query }) => heatOf(context, query)),
  'GET /api/wheel/tasks/:taskKey': allow('everyone', from(taskView, 'taskKey')),
  'POST /api/wheel/tasks/:taskKey/start': allow(
    'everyone',
    thenTaskView((context, actor, { params, body }) => startTask(context, actor, { ...params, ...body })),
  ),
  'POST /api/wheel/tasks/:taskKey/complete': allow(
    'everyone',
    thenTaskView((context, actor, { params, body }) =>
      completeTask(context, actor, { ...params, ...body, doneOn: body.doneOn as LocalDate | undefined }),
    ),
  ),
  'POST /api/wheel/tasks/:taskKey/move': allow(
    'everyone',
    thenTaskView((context, actor, { params, body }) =>
      moveTask(context, actor, { ...params, ...body, to: body.to as LocalDate }),
    ),
  ),
  'POST /api/wheel/tasks/:taskKey/cancel': allow(
    'everyone',
    thenTaskView((context, actor, { params, body }) => cancelTask(context, actor, { ...params, ...body })),
  ),
  'POST /api/wheel/tasks/:taskKey/reopen': allow(
    'everyone',
    thenTaskView((context, actor, { params, body }) => reopenTask(context, actor, { ...params, ...body })),
  ),
  'PUT /api/wheel/tasks/:taskKey/steps/:stepId': allow(
    'everyone',
    thenTaskView((context, actor, { params, body }) => tickStep(context, actor, { ...params, ...body })),
  ),
  'GET /api/wheel/activities': allow(wheelReaders, visibleActivities),
  'GET /api/wheel/activities/:activityKey': allow(wheelReaders, (context, actor, { params }) =>
    activityViewOf(context, actor, activityOrThrow(context, params.activityKey)),
  ),
  'POST /api/wheel/activities': allow(wheelEditors, async (context, actor, { body }) => {
    requireGroup(context, body.groupKey);
    return activityViewOf(context, actor, (await makeActivity(context, actor, givenActivity(body))).activity);
  }),
  'PUT /api/wheel/activities/:activityKey': allow(
    wheelEditors,
    editing(
      (context, { params }, actor) => activityViewOf(context, actor, activityOrThrow(context, params.activityKey)).etag,
      async (context, actor, { params, body }) => {
        requireGroup(context, body.groupKey, activityOrThrow(context, params.activityKey).groupKey);
        return activityViewOf(
          context,
          actor,
          await changeActivity(context, actor, params.activityKey, givenActivity(body)),
        );
      },
    ),
  ),
  'POST /api/wheel/activities/:activityKey/close': allow(wheelEditors, async (context, actor, { params, body }) =>
    activityViewOf(context, actor, await closeActivity(context, actor, { key: params.activityKey, ...body })),
  ),
  'POST /api/wheel/recurrence': allow(wheelEditors, (context, _actor, { body }) => ({
    dates: nextDates(
      { ...body, startsOn: body.startsOn as LocalDate, endsOn: body.endsOn as LocalDate | undefined },
      todayOf(context.clock),
    ),
  })),
  'GET /api/wheel/catalogue': allow(wheelReaders, visibleCatalogue),
  'POST /api/wheel/catalogue/adopt': allow(wheelEditors, async (context, actor, { body }) => ({
    adopted: await adoptFromCatalogue(context, actor, body.keys),
  })),
});
