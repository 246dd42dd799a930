import { allow, routes, type Route } from '../http/index.ts';
import type { CentreId } from '../kernel/index.ts';
import { initiativesContract } from './contract.ts';
import { initiativesViewOf } from './initiatives.ts';

/** A centre's own initiatives (R15): stored as improvements, so owed, reminded and handed over like them. */
export { initiativeSubject } from './initiatives.ts';

/** Open to owners of one; the view filters. */
export const initiativeRoutes: readonly Route[] = routes(initiativesContract, {
  'GET /api/initiatives/:centreId': allow('everyone', (context, actor, { params }) =>
    initiativesViewOf(context, actor, params.centreId as CentreId),
  ),
});
