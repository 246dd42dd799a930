import { routes } from '../../http/route.ts';
import { checksView, checksWorkbook } from '../checks/checks-view.ts';
import { overviewContract } from '../contract.ts';
import { riskReaders } from '../permissions.ts';
import { overviewView } from './overview-view.ts';
import { centresWorkbook, trendView } from './trend-view.ts';

export const overviewRoutes = routes(overviewContract, {
  'GET /api/risks/overview': {
    allow: riskReaders,
    run: (context, actor, { query }) => overviewView(context, actor, query),
  },
  'GET /api/risks/trend': {
    allow: riskReaders,
    run: (context, actor, { query }) => trendView(context, actor, query.centreId),
  },
  'GET /api/risks/centres.xlsx': { allow: riskReaders, run: (context, actor) => centresWorkbook(context, actor) },
  'GET /api/risks/checks': {
    allow: riskReaders,
    run: (context, actor, { query }) => checksView(context, actor, query),
  },
  'GET /api/risks/checks.xlsx': {
    allow: riskReaders,
    run: (context, actor, { query }) => checksWorkbook(context, actor, query),
  },
});
