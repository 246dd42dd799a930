import { editing } from '../edits/index.ts';
import { allow, routes, type Route } from '../http/route.ts';
import type { LocalDate } from '../kernel/index.ts';
import { cadenceList, cadenceView } from './cadence-views.ts';
import { changeCadence, resetCadence } from './change-cadence.ts';
import { chooseWishes } from './choose-wishes.ts';
import { remindersContract } from './contract.ts';
import { logDays, logOf } from './log.ts';
import { cadenceEditors, namesReaders, nudgers, reminderReaders } from './permissions.ts';
import { nudgeRows } from './nudge-others.ts';
import { previewOf } from './preview.ts';
import { wishesView } from './wishes-view.ts';

export const remindersRoutes: Route[] = routes(remindersContract, {
  'GET /api/reminders/cadences': allow(reminderReaders, cadenceList),
  'PUT /api/reminders/cadences/:kind': allow(
    cadenceEditors,
    editing(
      (context, { params }) => cadenceView(context, params.kind).etag,
      async (context, actor, { params: { kind }, body }) => {
        await changeCadence(context, actor, kind, body);
        return cadenceView(context, kind);
      },
    ),
  ),
  'DELETE /api/reminders/cadences/:kind': allow(cadenceEditors, async (context, actor, { params: { kind } }) => {
    await resetCadence(context, actor, kind);
    return cadenceView(context, kind);
  }),
  'GET /api/reminders/preview': allow(namesReaders, (context, _actor, { query: { day, ...query } }) =>
    previewOf(context, { ...query, ...(day === undefined ? {} : { day: day as LocalDate }) }),
  ),
  'GET /api/reminders/log': allow(reminderReaders, logDays),
  'GET /api/reminders/log/:day': allow(namesReaders, (context, _actor, { params, query }) =>
    logOf(context, params.day, query),
  ),
  'POST /api/reminders/nudge': allow(nudgers, async (context, actor, { body }) => {
    const { people, soon, day, unreachable, asked } = await nudgeRows(context, actor, body.rows);
    return { people, soon, day, unreachable, asked };
  }),
  'GET /api/reminders/wishes': allow('everyone', wishesView),
  'PUT /api/reminders/wishes': allow('everyone', async (context, actor, { body }) => {
    await chooseWishes(context, actor, body);
    return wishesView(context, actor);
  }),
});
