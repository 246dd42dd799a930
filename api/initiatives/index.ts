import { routes, type Route } from '../http/index.ts';
import type { CentreId } from '../kernel/index.ts';
import { initiativesContract } from './contract.ts';
import { initiativesViewOf } from './initiatives.ts';

/** A centre's own initiatives (R15): kept among the improvements, so that they are owed, reminded and handed over as those are. */
export { initiativeSubject, initiativesPath } from './initiatives.ts';

/** Whoever has one as a task opens it; the view decides what of it. */
export const initiativeRoutes: readonly Route[] = routes(initiativesContract, {
  'GET /api/initiatives/:centreId': {
    allow: 'everyone',
    run: (context, actor, { params }) => initiativesViewOf(context, actor, params.centreId as CentreId),
  },
});
