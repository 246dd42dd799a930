import { routes, type Route } from '../http/index.ts';
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

export const figureRoutes: readonly Route[] = routes(figuresContract, {
  'GET /api/figures': {
    allow: figureReaders,
    run: (context, actor, { query }) => figuresViewOf(context, actor, query),
  },
  'GET /api/figures.xlsx': {
    allow: figureReaders,
    run: (context, actor, { query }) => figuresWorkbook(context, actor, query),
  },
  'GET /api/figures/worse': {
    allow: figureReaders,
    run: (context, actor, { query }) => worseViewOf(context, actor, query),
  },
  'GET /api/figures/management': {
    allow: wholeReaders,
    run: (context, actor) => managementViewOf(context, actor),
  },
  'GET /api/figures/coordinator': {
    allow: coordinatorReaders,
    run: (context, actor, { query }) => coordinatorViewOf(context, actor, query),
  },
  'GET /api/figures/team': { allow: teamReaders, run: teamViewOf },
  'GET /api/figures/frozen': {
    allow: figureReaders,
    run: (context, actor) => frozenViewOf(context, actor),
  },
  'POST /api/figures/freeze': {
    allow: figureKeepers,
    run: async (context, actor, { body }) => {
      await freezeOnDemand(context, actor, body.day);
      return frozenViewOf(context, actor);
    },
  },
  'GET /api/figures/frozen/:frozenKey/check': {
    allow: figureCheckers,
    run: (context, actor, { params }) => checkViewOf(context, actor, params.frozenKey),
  },
  'GET /api/figures/settings': { allow: wholeReaders, run: figureSettingsOf },
  'PUT /api/figures/limits/:figureKey': {
    allow: figureKeepers,
    run: async (context, actor, { params, body }) => {
      await chooseLimit(context, actor, params.figureKey, body.limit);
      return figureSettingsOf(context, actor);
    },
  },
  'DELETE /api/figures/limits/:figureKey': {
    allow: figureKeepers,
    run: async (context, actor, { params }) => {
      await resetLimit(context, actor, params.figureKey);
      return figureSettingsOf(context, actor);
    },
  },
  'POST /api/figures/feed': { allow: figureKeepers, run: makeFeed },
  'DELETE /api/figures/feed': { allow: figureKeepers, run: stopFeed },
});
