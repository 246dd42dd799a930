import { allow, from, routes, type Route } from '../../http/route.ts';
import { contingencyOverviewContract } from '../contract.ts';
import { contingencyReaders } from '../permissions.ts';
import { dependenciesView } from './dependencies-view.ts';
import { overviewView } from './overview-view.ts';
import { overviewWorkbook } from './overview-workbook.ts';

export const contingencyOverviewRoutes: readonly Route[] = routes(contingencyOverviewContract, {
  'GET /api/contingency/overview': allow(contingencyReaders, from(overviewView, 'query')),
  'GET /api/contingency/overview.xlsx': allow(contingencyReaders, from(overviewWorkbook, 'query')),
  'GET /api/contingency/dependencies': allow(contingencyReaders, from(dependenciesView, 'query')),
});
