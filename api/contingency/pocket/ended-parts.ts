import { liveReceiptsOf, type Acknowledgement } from '../../acknowledgements/index.ts';
import type { Context } from '../../context.ts';
import type { PersonId } from '../../kernel/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import { allPlans } from '../plans/plans.ts';

/**
 * Everybody's latest receipt for each plan that is not retired: a person named again with an identical part is not
 * asked again, whatever its age.
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
