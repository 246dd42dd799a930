import { allow, from, routes } from '../../http/route.ts';
import { registerContract } from '../contract.ts';
import { riskReaders, viewKeepers } from '../permissions.ts';
import { registerView } from './register-view.ts';
import { registerWorkbook } from './register-workbook.ts';
import { removeView, savedViews, saveView } from './saved-views.ts';

export const registerRoutes = routes(registerContract, {
  'GET /api/risks/register': allow(riskReaders, from(registerView, 'query')),
  'GET /api/risks/register.xlsx': allow(riskReaders, from(registerWorkbook, 'query')),
  'GET /api/risks/saved-views': allow(riskReaders, (context, actor) => savedViews(context, actor)),
  'POST /api/risks/saved-views': allow(viewKeepers, from(saveView, 'body')),
  'DELETE /api/risks/saved-views/:viewKey': allow(viewKeepers, from(removeView, 'viewKey')),
});
