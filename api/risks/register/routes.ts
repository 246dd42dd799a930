import { routes } from '../../http/route.ts';
import { registerContract } from '../contract.ts';
import { riskReaders, viewKeepers } from '../permissions.ts';
import { registerView } from './register-view.ts';
import { registerWorkbook } from './register-workbook.ts';
import { removeView, savedViews, saveView } from './saved-views.ts';

export const registerRoutes = routes(registerContract, {
  'GET /api/risks/register': {
    allow: riskReaders,
    run: (context, actor, { query }) => registerView(context, actor, query),
  },
  'GET /api/risks/register.xlsx': {
    allow: riskReaders,
    run: (context, actor, { query }) => registerWorkbook(context, actor, query),
  },
  'GET /api/risks/saved-views': { allow: riskReaders, run: (context, actor) => savedViews(context, actor) },
  'POST /api/risks/saved-views': {
    allow: viewKeepers,
    run: (context, actor, { body }) => saveView(context, actor, body),
  },
  'DELETE /api/risks/saved-views/:viewKey': {
    allow: viewKeepers,
    run: (context, actor, { params }) => removeView(context, actor, params.viewKey),
  },
});
