import { submitForApproval } from '../approvals/index.ts';
import type { Context } from '../context.ts';
import { conflict, invalid, type Actor } from '../kernel/index.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { contentOf } from './content.ts';
import { ProcedureVersions, type ProcedureVersion } from './procedure-list.ts';
import { procedureSubjectKind, procedureTurn } from './procedures.ts';
import { writable } from './save-draft.ts';
import { wayOf } from './way.ts';

/**
 * Sends the draft to those who decide (R12, R16), exactly as it is stored at this moment. Once more while it waits is a
 * success. 3 resource units; cards follow. Throws AppError: missing, forbidden, conflict `procedures.noDraft`
 * `procedures.retired`, invalid `procedures.nothingToSubmit` `procedures.summaryNeeded`, unavailable.
 */
export const submitProcedure = (context: Context, actor: Actor, procedureKey: string): Promise<void> =>
  oneAtATime(context, procedureTurn(procedureKey), () => submitInTurn(context, actor, procedureKey));

async function submitInTurn(context: Context, actor: Actor, procedureKey: string): Promise<void> {
  const { coming, procedure } = writable(context, actor, procedureKey);
  if (coming?.state === 'waiting') return;
  if (!coming || coming.state === 'rejected') throw conflict('procedures.noDraft');
  const version = await context.list(ProcedureVersions).fresh(coming.version.key);
  if (!version || version.discardedAt !== undefined) throw conflict('procedures.noDraft');
  requireComplete(version);
  await submitForApproval(context, actor, {
    subjectKind: procedureSubjectKind,
    subjectKey: version.key,
    content: contentOf(context, procedure, version),
    summary: version.summary,
    stages: wayOf(context, actor, procedure, version),
    ...(procedure.centreId === undefined ? {} : { centreId: procedure.centreId }),
  });
}

/** What may be sent: there is something to decide about, and it says what is new. */
export const isComplete = ({ body, file, summary }: ProcedureVersion): boolean =>
  (body.trim() !== '' || file !== undefined) && summary.trim() !== '';

function requireComplete({ body, file, summary }: ProcedureVersion): void {
  if (body.trim() === '' && !file) throw invalid('procedures.nothingToSubmit', { field: 'text' });
  if (summary.trim() === '') throw invalid('procedures.summaryNeeded', { field: 'summary' });
}
