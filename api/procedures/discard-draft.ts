import type { Context } from '../context.ts';
import { conflict, nowOf, type Actor } from '../kernel/index.ts';
import { ProcedureVersions } from './procedure-list.ts';
import { recordDiscarding } from './record-procedure-acts.ts';
import { writable } from './save-draft.ts';

/**
 * Discards what is being written, or what was rejected. It stays in the list, marked and no longer shown, and its number
 * is not used again. 4 resource units. Throws AppError: missing, forbidden, conflict `procedures.isWaiting`
 * `procedures.noDraft` `procedures.retired`.
 */
export async function discardDraft(context: Context, actor: Actor, procedureKey: string): Promise<void> {
  const { coming } = writable(context, actor, procedureKey);
  if (!coming) throw conflict('procedures.noDraft');
  if (coming.state === 'waiting') throw conflict('procedures.isWaiting');
  const discarded = await context
    .list(ProcedureVersions)
    .update(coming.version.key, ({ discardedAt }) =>
      discardedAt === undefined ? { discardedBy: actor.personId, discardedAt: nowOf(context.clock) } : undefined,
    );
  await recordDiscarding(context, discarded);
}
