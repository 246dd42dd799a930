import type { Context } from '../../context.ts';
import { conflict, nowOf, type Actor } from '../../kernel/index.ts';
import { ContingencyPlanVersions } from './plan-lists.ts';
import { writable } from './plan-access.ts';
import { recordDiscarding } from './record-plan-acts.ts';

/**
 * Discards what is being written, or what was rejected. It stays in the list, marked and no longer shown, and its number
 * is not used again. 4 resource units. Throws AppError: missing, forbidden, conflict `contingency.planWaiting`
 * `contingency.noDraft` `contingency.planRetired`.
 */
export async function discardDraft(context: Context, actor: Actor, planKey: string): Promise<void> {
  const { coming } = writable(context, actor, planKey);
  if (!coming) throw conflict('contingency.noDraft');
  if (coming.state === 'waiting') throw conflict('contingency.planWaiting');
  const discarded = await context
    .list(ContingencyPlanVersions)
    .update(coming.version.key, ({ discardedAt }) =>
      discardedAt === undefined ? { discardedBy: actor.personId, discardedAt: nowOf(context.clock) } : undefined,
    );
  await recordDiscarding(context, discarded);
}
