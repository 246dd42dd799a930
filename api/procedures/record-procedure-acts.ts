import { recordAct } from '../audit/index.ts';
import type { Context } from '../context.ts';
import { ProcedureAreas, type ProcedureArea } from './procedure-list.ts';
import { procedures } from './procedures.ts';

/** Audits an area's current state. Idempotent. */
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

/** Audits acts on procedures and their areas, as `continueActs`. */
export const continueProcedureActs = (context: Context): Promise<void> =>
  procedures.continueActs(context, (acts) =>
    acts.of(context.list(ProcedureAreas).all(), (area) => recordAreaChange(context, area)),
  );
