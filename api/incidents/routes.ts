import { editing } from '../edits/index.ts';
import { allow, from, routes, type Route } from '../http/index.ts';
import { incidentsContract } from './contract.ts';
import { keepGuide } from './guides.ts';
import { guidesViewOf, incidentRowOf, incidentsView } from './incident-views.ts';
import { guideKeepers, guideReaders } from './permissions.ts';
import { closeIncident, takeIncident } from './take-incident.ts';

/** Open to everyone: reporters see theirs, and deputies have no role. The acts check access. */
export const incidentRoutes: readonly Route[] = routes(incidentsContract, {
  'GET /api/incidents': allow('everyone', from(incidentsView, 'query')),
  'POST /api/incidents/:incidentKey/take': allow('everyone', async (context, actor, { params }) =>
    incidentRowOf(context, actor, await takeIncident(context, actor, params.incidentKey)),
  ),
  'POST /api/incidents/:incidentKey/close': allow('everyone', async (context, actor, { params }) =>
    incidentRowOf(context, actor, await closeIncident(context, actor, params.incidentKey)),
  ),
  'GET /api/incident-guides': allow(guideReaders, (context, actor) => guidesViewOf(context, actor)),
  'PUT /api/incident-guides': allow(
    guideKeepers,
    editing(
      (context, { body }, actor) => guidesViewOf(context, actor).guides.find(({ of }) => of === body.of)?.etag,
      async (context, actor, { body: { of, ...words } }) => {
        await keepGuide(context, actor, of, words);
        return guidesViewOf(context, actor);
      },
      { recordIn: ({ of }) => of },
    ),
  ),
});
