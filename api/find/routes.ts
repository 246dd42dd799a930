import { allow, from, routes, type Route } from '../http/route.ts';
import { findContract } from './contract.ts';
import { find } from './find.ts';

/** Open to everyone: each finds what each may see. */
export const findRoutes: readonly Route[] = routes(findContract, {
  'GET /api/find': allow('everyone', from(find, 'query')),
});
