import { allow, routes } from '../../http/route.ts';
import { wheelEditors, wheelReaders } from '../permissions.ts';
import { planContract } from '../plan-contract.ts';
import { addPlanTask, makePlan } from './make-plan.ts';
import { planList, planView } from './plan-views.ts';

/** Implementation plans' endpoints. */
export const planRoutes = routes(planContract, {
  'GET /api/wheel/plans': allow(wheelReaders, planList),
  'POST /api/wheel/plans': allow(wheelEditors, async (context, actor, { body }) =>
    planView(context, actor, await makePlan(context, actor, body)),
  ),
  'POST /api/wheel/plans/:planKey/tasks': allow(wheelEditors, async (context, actor, { params, body }) => {
    await addPlanTask(context, actor, params.planKey, body);
    return planView(context, actor, params.planKey);
  }),
});
