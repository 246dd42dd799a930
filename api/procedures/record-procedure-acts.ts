import { appendActs, recordAct } from '../audit/index.ts';
import type { Context } from '../context.ts';
import { ProcedureAreas, type ProcedureArea } from './procedure-list.ts';
import { procedures } from './procedures.ts';

/** Appends how an area is now. Safe to repeat. */
export async function recordAreaChange(context: Context, area: ProcedureArea): Promise<void> {
  const { key, decidedBy, reviewMonths, closed, changedBy, changedAt } = area;
  if (changedBy === undefined || changedAt === undefined) return;
  await recordAct(context, {
    act: 'saveArea',
    subjectKey: key,
    actorId: changedBy,
    at: changedAt,
    occasion: `${changedAt} ${changedBy}`,
    details: { decidedBy, reviewMonths, closed },
  });
}

/**
 * Appends to the audit trail what a crash left out after an item was written. Looks at an item again only when it has
 * changed, and costs no unit when the trail is complete. Throws AppError `unavailable`.
 */
export async function continueProcedureActs(context: Context): Promise<void> {
  const acts = appendActs(context, 'procedureActs');
  await procedures.continueWith(context, acts);
  await acts.of(context.list(ProcedureAreas).all(), (one) => recordAreaChange(context, one));
  acts.end();
}
