import { allow, from, routes } from '../../http/route.ts';
import { checksView, checksWorkbook } from '../checks/checks-view.ts';
import { overviewContract } from '../contract.ts';
import { riskReaders } from '../permissions.ts';
import { overviewView } from './overview-view.ts';
import { centresWorkbook, trendView } from './trend-view.ts';

export const overviewRoutes = routes(overviewContract, {
  'GET /api/risks/overview': allow(riskReaders, from(overviewView, 'query')),
  'GET /api/risks/trend': allow(riskReaders, from(trendView, 'query.centreId')),
  'GET /api/risks/centres.xlsx': allow(riskReaders, from(centresWorkbook, 'query.centreId')),
  'GET /api/risks/checks': allow(riskReaders, from(checksView, 'query')),
  'GET /api/risks/checks.xlsx': allow(riskReaders, from(checksWorkbook, 'query')),
});
