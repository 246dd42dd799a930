import { recordAct } from '../../audit/index.ts';
import type { Context } from '../../context.ts';
import { improvementsOf } from '../../contingency/index.ts';
import { says } from '../../edits/index.ts';
import { conflict, forbidden, invalid, nowOf, repeatableKey, type Actor, type AppError } from '../../kernel/index.ts';
import { oneAtATime } from '../../one-at-a-time.ts';
import { personRef, refusedBy } from '../../organisation/index.ts';
import { createOnce, type Stored } from '../../sharepoint/index.ts';
import type { FindingBody, RecheckBody } from '../contract.ts';
import { findingOrThrow, findingsOf, inspectionOrThrow, managedInspection, requireOpenVisit } from '../inspections.ts';
import { InspectionFindings, type Inspection, type InspectionFinding } from '../inspection-lists.ts';
import { isOfUnit, leadsUnit, mayInspect } from '../permissions.ts';
import { longest } from '../vocabulary.ts';
import { doersOf, stateOfFinding } from './finding-state.ts';

function fieldsOf({ items }: Inspection, body: FindingBody) {
  const { itemKey, title, grade, criterion, seen, sample, method, cause } = body;
  const item = items.find(({ key }) => key === itemKey);
  if (itemKey !== undefined && !item) throw invalid('inspections.noSuchItem', { field: 'itemKey' });
  return {
    title,
    grade,
    criterion,
    seen,
    sample,
    method,
    cause,
    ...(item ? { itemKey: item.key } : {}),
    requirementKeys: item?.requirementKeys ?? [],
    controlKeys: item?.controlKeys ?? [],
  };
}

/**
 * Adds a finding (R2), before, during or after the visit. 4 resource units. Throws AppError: missing
 * `inspections.noSuchInspection`, forbidden `inspections.mayNotInspect`, conflict `inspections.closed`, invalid
 * `inspections.noSuchItem` `inspections.tooManyFindings`, unavailable.
 */
export async function addFinding(
  context: Context,
  actor: Actor,
  inspectionKey: string,
  body: FindingBody,
): Promise<Stored<InspectionFinding>> {
  managedInspection(context, actor, inspectionKey);
  return oneAtATime(context, `findings ${inspectionKey}`, () => addInTurn(context, actor, inspectionKey, body));
}

async function addInTurn(
  context: Context,
  actor: Actor,
  inspectionKey: string,
  body: FindingBody,
): Promise<Stored<InspectionFinding>> {
  const inspection = managedInspection(context, actor, inspectionKey);
  requireOpenVisit(context, inspection);
  const key = repeatableKey(actor, 'finding');
  const known = findingsOf(context, inspectionKey);
  if (known.length >= longest.findings && !known.some((one) => one.key === key))
    throw invalid('inspections.tooManyFindings');
  const now = nowOf(context.clock);
  const { centreId, topic } = inspection;
  const finding: InspectionFinding = {
    key,
    inspectionKey,
    centreId,
    topic,
    ...fieldsOf(inspection, body),
    rechecks: [],
    madeBy: actor.personId,
    madeAt: now,
    changedBy: actor.personId,
    changedAt: now,
  };
  const record = await createOnce(context.list(InspectionFindings), finding, ['madeAt', 'changedAt']);
  await recordAct(context, {
    act: 'addFinding',
    subjectKey: inspectionKey,
    actorId: actor.personId,
    at: record.madeAt,
    occasion: record.key,
    details: { findingKey: record.key, grade: record.grade },
  });
  return record;
}

/**
 * Changes a finding; in a closed report only its cause. Without changes nothing is written. 4 resource units. Throws
 * AppError as `addFinding`, missing `inspections.noSuchFinding`, conflict `inspections.findingClosed`.
 */
export async function changeFinding(
  context: Context,
  actor: Actor,
  findingKey: string,
  body: FindingBody,
): Promise<Stored<InspectionFinding>> {
  const inspection = managedInspection(context, actor, findingOrThrow(context, findingKey).inspectionKey);
  requireOpenVisit(context, inspection);
  return write(context, actor, findingKey, 'changeFinding', (current) => {
    requireOpen(context, current);
    const fields = fieldsOf(inspection, body);
    return says(current, fields) ? undefined : fields;
  });
}

/**
 * Sets the cause: by the inspector's side, or the unit's ISK and manager. 4 resource units. Throws AppError: missing,
 * forbidden `inspections.mayNotExplain`, conflict `inspections.findingClosed`, unavailable.
 */
export async function explainFinding(
  context: Context,
  actor: Actor,
  findingKey: string,
  cause: string,
): Promise<Stored<InspectionFinding>> {
  const finding = findingOrThrow(context, findingKey);
  const inspection = inspectionOfFinding(context, finding);
  if (!leadsUnit(actor, finding.centreId) && !mayInspect(context, actor, inspection))
    throw forbidden('inspections.mayNotExplain');
  return write(context, actor, findingKey, 'explainFinding', (current) => {
    requireOpen(context, current);
    return current.cause === cause ? undefined : { cause };
  });
}

/** Why the actor may not re-check: their own unit or work. */
export function whyNotRecheck(context: Context, actor: Actor, finding: InspectionFinding): string | undefined {
  if (isOfUnit(context, actor.personId, finding.centreId)) return 'inspections.ownUnit';
  const doers = doersOf(improvementsOf(context, finding.key));
  return doers.includes(actor.personId) ? 'inspections.ownAction' : undefined;
}

/**
 * Re-checks a finding's actions. Effective: it is closed. Otherwise it stays open and needs another action. Never by
 * people of the unit, or owners or doers of the action (R16). The actor's own repeat changes nothing. 4 resource units.
 * Throws AppError: missing, forbidden `inspections.mayNotInspect` `inspections.ownUnit` `inspections.ownAction`,
 * conflict `inspections.closedBy` `inspections.recheckedBy` `inspections.nothingToRecheck`, unavailable.
 */
export async function recheckFinding(
  context: Context,
  actor: Actor,
  findingKey: string,
  { effect, note }: RecheckBody,
): Promise<Stored<InspectionFinding>> {
  const finding = findingOrThrow(context, findingKey);
  const why = whyNotRecheck(context, actor, finding);
  if (why !== undefined) throw forbidden(why);
  managedInspection(context, actor, finding.inspectionKey);
  return write(context, actor, findingKey, 'recheckFinding', (current) => {
    if (stateOfFinding(context, current) !== 'toRecheck') {
      if (isOwnRepeat(current, actor, { effect, note })) return undefined;
      throw whyNothingToRecheck(context, current);
    }
    const now = nowOf(context.clock);
    const rechecks = [...current.rechecks, { at: now, by: actor.personId, effect, note }];
    return effect === 'works' ? { rechecks, closedAt: now, closedBy: actor.personId } : { rechecks };
  });
}

const isOwnRepeat = ({ rechecks }: InspectionFinding, { personId }: Actor, { effect, note }: RecheckBody): boolean => {
  const last = rechecks.at(-1);
  return last?.by === personId && last.effect === effect && last.note === note;
};

function requireOpen(context: Context, { closedBy, closedAt }: InspectionFinding): void {
  if (closedAt !== undefined) throw refusedBy(context, 'inspections.findingClosed', closedBy, closedAt);
}

/** Names whoever was first. */
function whyNothingToRecheck(context: Context, finding: InspectionFinding): AppError {
  const { closedBy, rechecks } = finding;
  if (finding.closedAt !== undefined)
    return conflict('inspections.closedBy', { name: personRef(context, closedBy ?? finding.changedBy).name });
  const last = rechecks.at(-1);
  return last && stateOfFinding(context, finding) === 'noAction'
    ? conflict('inspections.recheckedBy', { name: personRef(context, last.by).name })
    : conflict('inspections.nothingToRecheck');
}

/** Writes, and audits a change. */
export async function write(
  context: Context,
  actor: Actor,
  findingKey: string,
  act: string,
  change: (current: InspectionFinding) => Partial<Omit<InspectionFinding, 'key'>> | undefined,
): Promise<Stored<InspectionFinding>> {
  const now = nowOf(context.clock);
  let changes = false;
  const written = await context.list(InspectionFindings).update(findingKey, (current) => {
    const fields = change(current);
    changes = fields !== undefined;
    return fields && { ...fields, changedAt: now, changedBy: actor.personId };
  });
  if (changes)
    await recordAct(context, {
      act,
      subjectKey: written.inspectionKey,
      actorId: actor.personId,
      at: now,
      occasion: `${findingKey} ${now}`,
      details: { findingKey, grade: written.grade },
    });
  return written;
}

export const inspectionOfFinding = (context: Context, { inspectionKey }: InspectionFinding): Stored<Inspection> =>
  inspectionOrThrow(context, inspectionKey);
