import type { Context } from '../../context.ts';
import { allow, routes, type Route } from '../../http/route.ts';
import { invalid } from '../../kernel/index.ts';
import { wheelEditors, wheelReaders } from '../permissions.ts';
import { planContract } from '../plan-contract.ts';
import { addPlanTask, makePlan } from './make-plan.ts';
import { planList, planView } from './plan-views.ts';

/** What stands above the wheel. */
export interface PlanLooks {
  /** The policy version with a key, if any. */
  policyVersion(context: Context, key: string): unknown;
}

/** Implementation plans' endpoints. */
export const planRoutes = ({ policyVersion }: PlanLooks): Route[] =>
  routes(planContract, {
    'GET /api/wheel/plans': allow(wheelReaders, planList),
    'POST /api/wheel/plans': allow(wheelEditors, async (context, actor, { body }) => {
      const { policyVersionKey } = body;
      if (policyVersionKey && policyVersion(context, policyVersionKey) === undefined)
        throw invalid('policy.noSuchVersion', { field: 'policyVersionKey' });
      return planView(context, actor, await makePlan(context, actor, body));
    }),
    'POST /api/wheel/plans/:planKey/tasks': allow(wheelEditors, async (context, actor, { params, body }) => {
      await addPlanTask(context, actor, params.planKey, body);
      return planView(context, actor, params.planKey);
    }),
  });
