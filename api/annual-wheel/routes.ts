import { routes, type Route } from '../http/route.ts';
import { todayOf, type LocalDate } from '../kernel/index.ts';
import { givenOf } from './activity-given.ts';
import { visibleActivities, activityViewOf } from './activity-views.ts';
import { adoptFromCatalogue, visibleCatalogue } from './adopt-from-catalogue.ts';
import { cancelTask } from './cancel-task.ts';
import { completeTask } from './complete-task.ts';
import { wheelContract } from './contract.ts';
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

/**
 * The wheel, its tasks and activities. Task routes are open to everybody, since a task may be handed over to a person
 * without a role; the act checks the owner.
 */
export const wheelRoutes: Route[] = routes(wheelContract, {
  'GET /api/wheel': { allow: wheelReaders, run: (context, actor, { query }) => wheelOf(context, actor, query) },
  'GET /api/wheel/tasks': {
    allow: wheelReaders,
    run: (context, actor, { query }) => visibleTasks(context, actor, query),
  },
  'GET /api/wheel/tasks.xlsx': {
    allow: wheelReaders,
    run: (context, actor, { query }) => tasksWorkbook(context, actor, query),
  },
  'GET /api/wheel/heat': { allow: wheelReaders, run: (context, _actor, { query }) => heatOf(context, query) },
  'GET /api/wheel/tasks/:taskKey': {
    allow: 'everyone',
    run: (context, actor, { params }) => taskView(context, actor, params.taskKey),
  },
  'POST /api/wheel/tasks/:taskKey/start': {
    allow: 'everyone',
    run: async (context, actor, { params, body }) => {
      await startTask(context, actor, { ...params, ...body });
      return taskView(context, actor, params.taskKey);
    },
  },
  'POST /api/wheel/tasks/:taskKey/complete': {
    allow: 'everyone',
    run: async (context, actor, { params, body }) => {
      await completeTask(context, actor, { ...params, ...body, doneOn: body.doneOn as LocalDate | undefined });
      return taskView(context, actor, params.taskKey);
    },
  },
  'POST /api/wheel/tasks/:taskKey/move': {
    allow: 'everyone',
    run: async (context, actor, { params, body }) => {
      await moveTask(context, actor, { ...params, ...body, to: body.to as LocalDate });
      return taskView(context, actor, params.taskKey);
    },
  },
  'POST /api/wheel/tasks/:taskKey/cancel': {
    allow: 'everyone',
    run: async (context, actor, { params, body }) => {
      await cancelTask(context, actor, { ...params, ...body });
      return taskView(context, actor, params.taskKey);
    },
  },
  'POST /api/wheel/tasks/:taskKey/reopen': {
    allow: 'everyone',
    run: async (context, actor, { params, body }) => {
      await reopenTask(context, actor, { ...params, ...body });
      return taskView(context, actor, params.taskKey);
    },
  },
  'PUT /api/wheel/tasks/:taskKey/steps/:stepId': {
    allow: 'everyone',
    run: async (context, actor, { params, body }) => {
      await tickStep(context, actor, { ...params, ...body });
      return taskView(context, actor, params.taskKey);
    },
  },
  'GET /api/wheel/activities': { allow: wheelReaders, run: visibleActivities },
  'GET /api/wheel/activities/:activityKey': {
    allow: wheelReaders,
    run: (context, actor, { params }) => activityViewOf(context, actor, activityOrThrow(context, params.activityKey)),
  },
  'POST /api/wheel/activities': {
    allow: wheelEditors,
    run: async (context, actor, { body }) =>
      activityViewOf(context, actor, (await makeActivity(context, actor, givenOf(body))).activity),
  },
  'PUT /api/wheel/activities/:activityKey': {
    allow: wheelEditors,
    run: async (context, actor, { params, body }) =>
      activityViewOf(context, actor, await changeActivity(context, actor, params.activityKey, givenOf(body))),
  },
  'POST /api/wheel/activities/:activityKey/close': {
    allow: wheelEditors,
    run: async (context, actor, { params, body }) =>
      activityViewOf(context, actor, await closeActivity(context, actor, { key: params.activityKey, ...body })),
  },
  'POST /api/wheel/recurrence': {
    allow: wheelEditors,
    run: (context, _actor, { body }) => ({
      dates: nextDates(
        { ...body, startsOn: body.startsOn as LocalDate, endsOn: body.endsOn as LocalDate | undefined },
        todayOf(context.clock),
      ),
    }),
  },
  'GET /api/wheel/catalogue': { allow: wheelReaders, run: visibleCatalogue },
  'POST /api/wheel/catalogue/adopt': {
    allow: wheelEditors,
    run: async (context, actor, { body }) => ({ adopted: await adoptFromCatalogue(context, actor, body.keys) }),
  },
});
