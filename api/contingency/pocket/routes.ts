import { allow, routes, type Route } from '../../http/route.ts';
import { pocketContract } from './pocket-contract.ts';
import { pocketOf } from './pocket-view.ts';

/** Plans carried by everybody for downtime (R5). */
export const pocketRoutes: readonly Route[] = routes(pocketContract, {
  'GET /api/contingency/pocket': allow('everyone', pocketOf),
});
