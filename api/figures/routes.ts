import { editing } from '../edits/index.ts';
import { allow, from, routes, thenView, type Route } from '../http/index.ts';
import { coordinatorViewOf } from './dashboards/coordinator.ts';
import { teamViewOf } from './dashboards/team.ts';
import { managementViewOf } from './dashboards/management.ts';
import { worseViewOf } from './dashboards/worse.ts';
import { figuresContract } from './contract.ts';
import { figuresViewOf } from './figures-view.ts';
import { figuresWorkbook } from './figures-workbook.ts';
import { checkViewOf, freezeOnDemand, frozenViewOf } from './frozen-views.ts';
import { chooseLimit, resetLimit } from './settings/choose-limit.ts';
import { makeFeed, stopFeed } from './settings/feed.ts';
import { figureSettingsOf } from './settings/settings-view.ts';
import {
  coordinatorReaders,
  figureCheckers,
  figureKeepers,
  figureReaders,
  teamReaders,
  wholeReaders,
} from './permissions.ts';

const thenFigureSettingsOf = thenView(figureSettingsOf);

export const figureRoutes: readonly Route[] = routes(figuresContract, {
  'GET /api/figures': allow(figureReaders, from(figuresViewOf, 'query')),
  'GET /api/figures.xlsx': allow(figureReaders, from(figuresWorkbook, 'query')),
  'GET /api/figures/worse': allow(figureReaders, from(worseViewOf, 'query')),
  'GET /api/figures/management': allow(wholeReaders, (context, actor) => managementViewOf(context, actor)),
  'GET /api/figures/coordinator': allow(coordinatorReaders, from(coordinatorViewOf, 'query')),
  'GET /api/figures/team': allow(teamReaders, teamViewOf),
  'GET /api/figures/frozen': allow(figureReaders, (context, actor) => frozenViewOf(context, actor)),
  'POST /api/figures/freeze': allow(figureKeepers, async (context, actor, { body }) => {
    await freezeOnDemand(context, actor, body.day);
    return frozenViewOf(context, actor);
  }),
  'GET /api/figures/frozen/:frozenKey/check': allow(figureCheckers, from(checkViewOf, 'frozenKey')),
  'GET /api/figures/settings': allow(wholeReaders, figureSettingsOf),
  'PUT /api/figures/limits/:figureKey': allow(
    figureKeepers,
    editing(
      (context, { params }, actor) =>
        figureSettingsOf(context, actor).limits.find(({ figure }) => figure === params.figureKey)?.etag,
      thenFigureSettingsOf(from(chooseLimit, 'figureKey', 'body.limit')),
    ),
  ),
  'DELETE /api/figures/limits/:figureKey': allow(figureKeepers, thenFigureSettingsOf(from(resetLimit, 'figureKey'))),
  'POST /api/figures/feed': allow(figureKeepers, makeFeed),
  'DELETE /api/figures/feed': allow(figureKeepers, stopFeed),
});
