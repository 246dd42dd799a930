import { liveReceiptsOf, type Acknowledgement } from '../../acknowledgements/index.ts';
import { ApprovalRequests, endsOf } from '../../approvals/index.ts';
import type { Context } from '../../context.ts';
import { derivation } from '../../derivation.ts';
import { todayOf, type LocalDate, type PersonId } from '../../kernel/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import { ContingencyPlans, ContingencyPlanVersions } from '../plans/plan-lists.ts';
import { allPlans } from '../plans/plans.ts';

/** Versions of plans in which nobody is asked to know a part any more, with the day on which each ended. */
export const endedPlanVersions = derivation(
  [ContingencyPlans, ContingencyPlanVersions, ApprovalRequests],
  (context): ReadonlyMap<string, LocalDate> =>
    new Map([...allPlans(context).values()].flatMap((now) => endsOf(now, now.plan.retiredAt))),
  (context) => todayOf(context.clock),
);

/**
 * Everybody's latest receipt for each plan that is not retired: whoever is named again, word for word as they confirmed it
 * then, is not asked again, however long ago that was.
 */
export function lastConfirmations(context: Context): ReadonlySet<Stored<Acknowledgement>> {
  const kept = new Set<Stored<Acknowledgement>>();
  for (const { plan, versions } of allPlans(context).values()) {
    if (plan.retiredAt !== undefined) continue;
    const seen = new Set<PersonId>();
    for (const { version } of versions)
      for (const [personId, receipt] of liveReceiptsOf(context, version.key).positive) {
        if (!seen.has(personId)) kept.add(receipt);
        seen.add(personId);
      }
  }
  return kept;
}
