import { renewal, submitForApproval } from '../approvals/index.ts';
import type { Context } from '../context.ts';
import { conflict, type Actor } from '../kernel/index.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { contentOf } from './content.ts';
import { procedureSubjectKind, procedureTurn } from './procedures.ts';
import { writable } from './save-draft.ts';
import { renewalWayOf } from './way.ts';

/**
 * Asks that the version in force holds for another interval as it is (R12, R15): nobody has to acknowledge it again.
 * Once more while it is being decided is a success. 2 resource units; cards follow. Throws AppError: missing, forbidden,
 * conflict `procedures.notInForce` `procedures.isWaiting` (a new version is being decided) `procedures.retired`.
 */
export const renewProcedure = (context: Context, actor: Actor, input: Renewal): Promise<void> =>
  oneAtATime(context, procedureTurn(input.procedureKey), () => renewInTurn(context, actor, input));

interface Renewal {
  procedureKey: string;
  note: string;
}

async function renewInTurn(context: Context, actor: Actor, input: Renewal): Promise<void> {
  const { current, coming, procedure } = writable(context, actor, input.procedureKey);
  if (!current) throw conflict('procedures.notInForce');
  if (current.renewing) return;
  if (coming?.state === 'waiting') throw conflict('procedures.isWaiting');
  const { version } = current;
  await submitForApproval(context, actor, {
    subjectKind: procedureSubjectKind,
    subjectKey: version.key,
    purpose: renewal,
    summary: input.note,
    content: contentOf(context, procedure, version),
    stages: renewalWayOf(context, actor, procedure, version),
    ...(procedure.centreId === undefined ? {} : { centreId: procedure.centreId }),
  });
}
