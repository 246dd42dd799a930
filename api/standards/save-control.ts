import { recordAct } from '../audit/index.ts';
import type { Context } from '../context.ts';
import { isOwnRepeat, says } from '../edits/index.ts';
import {
  conflict,
  forbidden,
  invalid,
  nowOf,
  repeatableKey,
  todayOf,
  type Actor,
  type CentreId,
  type PersonId,
} from '../kernel/index.ts';
import { centreRef, hasLeft, personRef } from '../organisation/index.ts';
import { createOnce, type Stored } from '../sharepoint/index.ts';
import type { ControlWritten } from './contract.ts';
import { mayLink, unseenLinks, type LinkedKind } from './control-links.ts';
import { controlOrThrow } from './controls.ts';
import { mayAddControl, mayEditControl } from './permissions.ts';
import { Controls, type Control } from './standard-list.ts';
import { knownRequirements } from './standards.ts';

type Fields = Pick<
  Control,
  'title' | 'description' | 'ownerId' | 'centreId' | 'state' | 'evidence' | 'reviewMonths' | 'requirementKeys'
> &
  Pick<Control, 'procedureKeys' | 'wheelActivityKeys'>;

function fieldsOf({ expected: _, ownerId, centreId, ...written }: ControlWritten): Fields {
  const once = (keys: readonly string[]) => [...new Set(keys)];
  return {
    ...written,
    ownerId: ownerId as PersonId | undefined,
    centreId: centreId as CentreId | undefined,
    requirementKeys: once(written.requirementKeys),
    procedureKeys: once(written.procedureKeys),
    wheelActivityKeys: once(written.wheelActivityKeys),
  };
}

/** A form does not name linked things that its writer may not open: they stay. */
function withUnseen(context: Context, actor: Actor, fields: Fields, before: Control): Fields {
  const kept = (kind: LinkedKind, written: readonly string[], had: readonly string[]) => [
    ...new Set([...written, ...unseenLinks(context, actor, kind, had)]),
  ];
  return {
    ...fields,
    procedureKeys: kept('procedure', fields.procedureKeys, before.procedureKeys),
    wheelActivityKeys: kept('wheelActivity', fields.wheelActivityKeys, before.wheelActivityKeys),
  };
}

/** Linked things must exist and be the writer's to open; previous links may stay. */
function requireKnown(context: Context, actor: Actor, fields: Fields, before: Control | undefined): void {
  const { ownerId, centreId } = fields;
  if (ownerId !== before?.ownerId && ownerId !== undefined && hasLeft(context, ownerId))
    throw invalid('standards.unknownOwner', { field: 'ownerId' });
  if (centreId !== before?.centreId && centreId !== undefined && !centreRef(context, centreId))
    throw invalid('standards.noSuchCentre', { field: 'centreId' });
  const named = [
    ['requirementKeys', 'standards.noSuchRequirement', (key: string) => knownRequirements(context).has(key)],
    ['procedureKeys', 'standards.noSuchProcedure', (key: string) => mayLink(context, actor, 'procedure', key)],
    ['wheelActivityKeys', 'standards.noSuchActivity', (key: string) => mayLink(context, actor, 'wheelActivity', key)],
  ] as const;
  for (const [field, code, isThere] of named) {
    const wrong = fields[field].find((key) => !isThere(key) && before?.[field].includes(key) !== true);
    if (wrong !== undefined) throw invalid(code, { field });
  }
}

/** Adds a control, once for all standards (R3). 4 resource units. Throws AppError: forbidden, invalid, unavailable. */
export async function addControl(context: Context, actor: Actor, body: ControlWritten): Promise<Stored<Control>> {
  const fields = fieldsOf(body);
  if (!mayAddControl(actor, fields)) throw forbidden('standards.mayNotAddControl');
  requireKnown(context, actor, fields, undefined);
  const at = nowOf(context.clock);
  const made = { effect: 'notAssessed' as const, assessments: [], startedOn: todayOf(context.clock) };
  const control = {
    key: repeatableKey(actor, 'control'),
    ...fields,
    ...made,
    changedAt: at,
    changedBy: actor.personId,
  };
  const record = await createOnce(context.list(Controls), control, ['changedAt', 'startedOn']);
  await recordAct(context, { act: 'addControl', subjectKey: record.key, actorId: actor.personId, at });
  return record;
}

/**
 * Changes a control. Moving it to another centre needs permission there too. A planned one that starts is reviewed from
 * today. Without changes nothing is written. 4 resource units. Throws AppError: forbidden, missing, invalid, conflict
 * (`standards.isRetired`, or `standards.changedMeanwhile` when saved since `seen`), unavailable.
 */
export async function changeControl(
  context: Context,
  actor: Actor,
  controlKey: string,
  body: ControlWritten,
): Promise<Stored<Control>> {
  const before = controlOrThrow(context, controlKey);
  const fields = fieldsOf(body);
  const moves = fields.centreId !== before.centreId;
  if (!mayEditControl(actor, before) || (moves && !mayAddControl(actor, fields)))
    throw forbidden('standards.mayNotEditControl');
  requireKnown(context, actor, fields, before);
  const at = nowOf(context.clock);
  let isNews = true;
  const changed = await context.list(Controls).update(controlKey, (current) => {
    if (current.state === 'retired') throw conflict('standards.isRetired');
    const whole = withUnseen(context, actor, fields, current);
    if (body.expected !== undefined && body.expected !== current.changedAt) {
      if (isOwnRepeat(current, actor, whole)) return undefined;
      throw conflict('standards.changedMeanwhile', { name: personRef(context, current.changedBy).name });
    }
    isNews = !says(current, whole);
    if (!isNews) return undefined;
    const begins = current.state === 'planned' && fields.state === 'running';
    return {
      ...whole,
      ...(begins ? { startedOn: todayOf(context.clock) } : {}),
      changedAt: at,
      changedBy: actor.personId,
    };
  });
  if (!isNews) return changed;
  const { changedAt } = changed;
  const about = { act: 'changeControl', subjectKey: controlKey, actorId: actor.personId };
  await recordAct(context, { ...about, at: changedAt, occasion: changedAt });
  return changed;
}

/**
 * Links a control to a further requirement (R3); idempotent. 4 resource units. Throws AppError: missing, forbidden
 * `standards.mayNotEditControl`, invalid `standards.noSuchRequirement`, conflict `standards.isRetired`, unavailable.
 */
export async function linkRequirement(
  context: Context,
  actor: Actor,
  controlKey: string,
  requirementKey: string,
): Promise<void> {
  if (!mayEditControl(actor, controlOrThrow(context, controlKey))) throw forbidden('standards.mayNotEditControl');
  if (!knownRequirements(context).has(requirementKey))
    throw invalid('standards.noSuchRequirement', { field: 'requirementKey' });
  const at = nowOf(context.clock);
  let isNew = false;
  await context.list(Controls).update(controlKey, ({ state, requirementKeys }) => {
    if (state === 'retired') throw conflict('standards.isRetired');
    isNew = !requirementKeys.includes(requirementKey);
    if (!isNew) return undefined;
    return { requirementKeys: [...requirementKeys, requirementKey], changedAt: at, changedBy: actor.personId };
  });
  if (!isNew) return;
  const about = { act: 'changeControl', subjectKey: controlKey, actorId: actor.personId, at, occasion: at };
  await recordAct(context, { ...about, details: { requirementKey } });
}
