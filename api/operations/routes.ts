import { allow, routes, type Route } from '../http/route.ts';
import { operationsReaders } from '../organisation/index.ts';
import { operationsContract } from './contract.ts';
import type { OperationsLook } from './look.ts';
import { operationsOf } from './operations-view.ts';

/** The operators' endpoint; `look` is the running program's present status. */
export const operationsRoutes = (look: () => OperationsLook | Promise<OperationsLook>): Route[] =>
  routes(operationsContract, {
    'GET /api/operations': allow(operationsReaders, async (context, actor) =>
      operationsOf(context, await look(), actor.language),
    ),
  });
