import { appendActs, recordAct } from '../audit/index.ts';
import type { Context } from '../context.ts';
import {
  ProcedureAreas,
  Procedures,
  ProcedureVersions,
  type Procedure,
  type ProcedureArea,
  type ProcedureVersion,
} from './procedure-list.ts';
import { findProcedure, reviewKey } from './procedures.ts';

/** Appends that a procedure was begun, and that it was retired. Safe to repeat. */
export async function recordProcedure(context: Context, procedure: Procedure): Promise<void> {
  const { key, kind, centreId, madeBy, madeAt, retiredBy, retiredAt } = procedure;
  const details = { kind, centreId: centreId ?? null };
  await recordAct(context, { act: 'makeProcedure', subjectKey: key, actorId: madeBy, at: madeAt, details });
  if (retiredBy === undefined || retiredAt === undefined) return;
  const retired = findProcedure(context, key)?.versions.find(({ state }) => state === 'retired');
  const ended = retired?.reviewOn === undefined ? null : reviewKey(retired.version.key, retired.reviewOn);
  await recordAct(context, {
    act: 'retireProcedure',
    subjectKey: key,
    actorId: retiredBy,
    at: retiredAt,
    details: { ...details, reviewKey: ended },
  });
}

/** The same for a draft that was discarded; nothing for other versions. */
export async function recordDiscarding(context: Context, version: ProcedureVersion): Promise<void> {
  const { key, procedureKey, number, discardedBy, discardedAt } = version;
  if (discardedBy === undefined || discardedAt === undefined) return;
  const about = { act: 'discardProcedure', subjectKey: key, actorId: discardedBy, at: discardedAt };
  await recordAct(context, { ...about, details: { procedureKey, number } });
}

/** The same for an area as it is now. */
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
  await acts.of(context.list(Procedures).all(), (one) => recordProcedure(context, one));
  await acts.of(context.list(ProcedureVersions).all(), (one) => recordDiscarding(context, one));
  await acts.of(context.list(ProcedureAreas).all(), (one) => recordAreaChange(context, one));
  acts.end();
}
