import { recordAct } from '../../audit/index.ts';
import type { Context } from '../../context.ts';
import { says, updateIfNew } from '../../edits/index.ts';
import {
  forbidden,
  invalid,
  nowOf,
  repeatableKey,
  todayOf,
  type Actor,
  type CentreId,
  type LocalDate,
  type PersonId,
} from '../../kernel/index.ts';
import { centreRef, findPerson, isEmployed } from '../../organisation/index.ts';
import { createOnce, type Stored } from '../../sharepoint/index.ts';
import { checklistOrThrow } from '../checklists/checklists.ts';
import type { MovePlanBody, PlanBody } from '../contract.ts';
import { inspectionOrThrow, requirePlanned } from '../inspections.ts';
import { Inspections, type Inspection } from '../inspection-lists.ts';
import { isOfUnit, mayPlan } from '../permissions.ts';
import { putOnWheel, takeOffWheel } from './on-the-wheel.ts';
import { reasonsByCentre } from './reasons.ts';

function requirePlanner(actor: Actor): void {
  if (!mayPlan(actor)) throw forbidden('inspections.mayNotPlan');
}

/** Inspectors never inspect their own unit (R16). `before` is the former plan: its past day may stay. */
function fieldsOf(context: Context, centreId: CentreId, body: MovePlanBody, before?: Inspection) {
  const { place, plannedOn, inspectorId, why } = body;
  const today = todayOf(context.clock);
  const inspector = findPerson(context, inspectorId);
  if (inspectorId !== before?.inspectorId) {
    if (!inspector || !isEmployed(inspector, today))
      throw invalid('inspections.unknownPerson', { field: 'inspectorId' });
    if (isOfUnit(context, inspectorId as PersonId, centreId))
      throw invalid('inspections.inspectorOfUnit', { field: 'inspectorId' });
  }
  if (plannedOn < today && plannedOn !== before?.plannedOn)
    throw invalid('inspections.dayInThePast', { field: 'plannedOn' });
  return { place, why, plannedOn: plannedOn as LocalDate, inspectorId: inspectorId as PersonId };
}

/**
 * Plans an inspection of a unit with a frozen checklist and the reasons of the choice, as a wheel task (R2, R12). 10
 * resource units. Throws AppError: forbidden `inspections.mayNotPlan`, missing `inspections.noSuchChecklist`, invalid
 * `inspections.unknownCentre` `inspections.unknownPerson` `inspections.inspectorOfUnit` `inspections.dayInThePast`,
 * unavailable.
 */
export async function planInspection(context: Context, actor: Actor, body: PlanBody): Promise<Stored<Inspection>> {
  requirePlanner(actor);
  const checklist = checklistOrThrow(context, body.checklistKey);
  const centre = centreRef(context, body.centreId);
  if (!centre) throw invalid('inspections.unknownCentre', { field: 'centreId' });
  const centreId = body.centreId as CentreId;
  const now = nowOf(context.clock);
  const inspection: Inspection = {
    key: repeatableKey(actor, 'inspection'),
    centreId,
    ...fieldsOf(context, centreId, body),
    title: context.texts('da')('inspections.titleOf', {
      topic: checklist.title.da,
      centre: body.place || centre.title,
    }),
    checklistKey: checklist.key,
    checklistVersion: checklist.version,
    topic: checklist.topic,
    how: checklist.how,
    items: [...checklist.items],
    reasons: [...(reasonsByCentre(context).get(centreId) ?? [])],
    state: 'planned',
    answers: [],
    results: [],
    photos: [],
    summary: '',
    madeBy: actor.personId,
    madeAt: now,
    changedBy: actor.personId,
    changedAt: now,
  };
  const record = await createOnce(context.list(Inspections), inspection, ['madeAt', 'changedAt']);
  await putOnWheel(context, actor.personId, record);
  await recordPlanned(context, record);
  return record;
}

/** Idempotent. */
export const recordPlanned = (context: Context, inspection: Inspection): Promise<void> => {
  const { key, madeBy, madeAt, centreId, checklistKey, plannedOn, inspectorId } = inspection;
  const details = { centreId, checklistKey, plannedOn, inspectorId };
  return recordAct(context, { act: 'planInspection', subjectKey: key, actorId: madeBy, at: madeAt, details });
};

/**
 * Changes a planned inspection; without changes nothing is written. 10 resource units. Throws AppError as
 * `planInspection`, conflict `inspections.alreadyHeld` `inspections.cancelled`.
 */
export async function movePlan(
  context: Context,
  actor: Actor,
  inspectionKey: string,
  body: MovePlanBody,
): Promise<Stored<Inspection>> {
  requirePlanner(actor);
  const { centreId } = inspectionOrThrow(context, inspectionKey);
  const now = nowOf(context.clock);
  const { record: moved, isNew } = await updateIfNew(context.list(Inspections), inspectionKey, (current) => {
    requirePlanned(context, current);
    const fields = fieldsOf(context, centreId, body, current);
    return says(current, fields) ? undefined : { ...fields, changedAt: now, changedBy: actor.personId };
  });
  await putOnWheel(context, actor.personId, moved);
  if (!isNew) return moved;
  await recordAct(context, {
    act: 'moveInspection',
    subjectKey: inspectionKey,
    actorId: actor.personId,
    at: now,
    occasion: repeatableKey(actor, 'moveInspection'),
    details: { plannedOn: moved.plannedOn, inspectorId: moved.inspectorId },
  });
  return moved;
}

/** Cancels one, with a reason; idempotent. 8 resource units. Throws AppError as `movePlan`. */
export async function cancelInspection(
  context: Context,
  actor: Actor,
  inspectionKey: string,
  reason: string,
): Promise<Stored<Inspection>> {
  requirePlanner(actor);
  inspectionOrThrow(context, inspectionKey);
  const now = nowOf(context.clock);
  const cancelled = await context.list(Inspections).update(inspectionKey, (current) => {
    if (current.state === 'cancelled') return undefined;
    requirePlanned(context, current);
    return { state: 'cancelled', cancelledReason: reason, changedAt: now, changedBy: actor.personId };
  });
  await followCancel(context, cancelled);
  return cancelled;
}

/** Takes it off the wheel, and audits it. Idempotent. */
export async function followCancel(context: Context, inspection: Inspection): Promise<void> {
  const { key, changedBy, changedAt, cancelledReason = '' } = inspection;
  await takeOffWheel(context, changedBy, inspection, cancelledReason);
  await recordAct(context, { act: 'cancelInspection', subjectKey: key, actorId: changedBy, at: changedAt });
}
