import { deliveriesRoutes } from '../api/deliveries/index.ts';
import type { Route } from '../api/http/index.ts';
import { todayOf } from '../api/kernel/index.ts';
import { organisationRoutes } from '../api/organisation/index.ts';
import { mayPublishPolicy, maySeeCoverage, policyObligationsOf, policyRoutes } from '../api/policy/index.ts';

/** Every route of the API: served, documented in OpenAPI and walked by the role test from here. */
export const allRoutes: readonly Route[] = [
  ...organisationRoutes({
    obligationsOf: (context, actor) => policyObligationsOf(context, actor.personId, todayOf(context.clock)),
    seesCoverage: maySeeCoverage,
    publishesPolicy: mayPublishPolicy,
  }),
  ...policyRoutes,
  ...deliveriesRoutes,
];
