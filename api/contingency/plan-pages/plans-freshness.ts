import { Acknowledgements } from '../../acknowledgements/index.ts';
import { ApprovalRequests } from '../../approvals/index.ts';
import { Assets } from '../../assets/index.ts';
import type { Context } from '../../context.ts';
import { CriticalServices } from '../../critical-services/index.ts';
import { freshnessOf, People } from '../../organisation/index.ts';
import { ContingencyPlans, ContingencyPlanVersions } from '../plans/plan-lists.ts';
import { ContingencyTests, Downtimes } from '../exercises/test-lists.ts';

/** As of when what is said of plans is true. */
export const plansFreshness = (context: Context) =>
  freshnessOf(
    context,
    ...[ContingencyPlans, ContingencyPlanVersions, ApprovalRequests, ContingencyTests, Downtimes],
    ...[Assets, CriticalServices, Acknowledgements, People],
  );
