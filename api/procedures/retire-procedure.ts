import type { Context } from '../context.ts';
import { conflict, nowOf, type Actor } from '../kernel/index.ts';
import { mayWrite } from './permissions.ts';
import { Procedures } from './procedure-list.ts';
import { procedureOrThrow } from './procedures.ts';
import { recordProcedure } from './record-procedure-acts.ts';
import { writable } from './save-draft.ts';

/**
 * It applies no longer (R16): nobody sees it in the library any more but those who write it, and nobody owes anything
 * for it. Repeating is a success. 4 resource units. Throws AppError: missing, forbidden, conflict
 * `procedures.notInForce` `procedures.isWaiting` (withdraw what is being decided first).
 */
export async function retireProcedure(
  context: Context,
  actor: Actor,
  input: { procedureKey: string; reason: string },
): Promise<void> {
  const found = procedureOrThrow(context, input.procedureKey);
  if (found.procedure.retiredAt !== undefined && mayWrite(actor, found.procedure)) return;
  const { current, coming } = writable(context, actor, input.procedureKey);
  if (!current) throw conflict('procedures.notInForce');
  if (coming?.state === 'waiting' || current.renewing) throw conflict('procedures.isWaiting');
  const retired = await context
    .list(Procedures)
    .update(input.procedureKey, ({ retiredAt }) =>
      retiredAt === undefined
        ? { retiredAt: nowOf(context.clock), retiredBy: actor.personId, retiredReason: input.reason }
        : undefined,
    );
  await recordProcedure(context, retired);
}
