import { recordAct } from '../../audit/index.ts';
import type { Context } from '../../context.ts';
import {
  conflict,
  forbidden,
  invalid,
  missing,
  nowOf,
  repeatableKey,
  todayOf,
  type Actor,
  type LocalDate,
  type PersonId,
} from '../../kernel/index.ts';
import { findPerson, isEmployed } from '../../organisation/index.ts';
import { createOnce, type Stored } from '../../sharepoint/index.ts';
import type { ActionBody } from '../contract.ts';
import { riskOrThrow, type KnownRisk } from '../known-risks.ts';
import { mayTreat } from '../permissions.ts';
import { RiskActions, type RiskAction } from '../risk-lists.ts';

/** A risk in force that the actor treats. Throws AppError: missing, forbidden `risks.mayNotTreat`. */
export function treatable(context: Context, actor: Actor, riskKey: string): KnownRisk {
  const known = riskOrThrow(context, riskKey);
  if (!mayTreat(actor, known.asset)) throw forbidden('risks.mayNotTreat');
  return known;
}

/** An action about the risk. Throws AppError `missing` `risks.noSuchAction`. */
export function actionOrThrow(context: Context, { key }: KnownRisk, actionKey: string): Stored<RiskAction> {
  const action = context.list(RiskActions).get(actionKey);
  if (action?.riskKey !== key) throw missing('risks.noSuchAction');
  return action;
}

/** Throws AppError `conflict` when the action is given up, or done. */
export function requireOpen({ cancelledAt, doneAt }: RiskAction): void {
  if (cancelledAt !== undefined) throw conflict('risks.actionCancelled');
  if (doneAt !== undefined) throw conflict('risks.actionDone');
}

/** `before` is what stood there: a day that has gone by may stay, and so may an owner who has left. */
function fieldsOf(context: Context, body: ActionBody, before?: RiskAction) {
  const { title, ownerId, due, cost, effect = '' } = body;
  const today = todayOf(context.clock);
  const owner = findPerson(context, ownerId);
  if (ownerId !== before?.ownerId && !(owner && isEmployed(owner, today)))
    throw invalid('risks.unknownOwner', { field: 'ownerId' });
  if (due !== before?.due && due < today) throw invalid('risks.dueInThePast', { field: 'due' });
  return { title, effect, cost, ownerId: ownerId as PersonId, due: due as LocalDate };
}

/**
 * Adds an action that treats a risk: an obligation of its owner (R1). 4 resource units. Throws AppError: missing
 * `risks.noSuchRisk`, forbidden `risks.mayNotTreat`, invalid `risks.unknownOwner` `risks.dueInThePast`, unavailable.
 */
export async function addAction(
  context: Context,
  actor: Actor,
  riskKey: string,
  body: ActionBody,
): Promise<Stored<RiskAction>> {
  const { asset } = treatable(context, actor, riskKey);
  const { cost, ...fields } = fieldsOf(context, body);
  const now = nowOf(context.clock);
  const action: RiskAction = {
    ...{ key: repeatableKey(actor, 'riskAction'), riskKey, assetKey: asset.key, ...fields, progress: 0, note: '' },
    ...(cost === undefined ? {} : { cost }),
    ...{ changedAt: now, changedBy: actor.personId },
  };
  const record = await createOnce(context.list(RiskActions), action, ['changedAt']);
  const { key, ownerId, due } = record;
  await recordAct(context, {
    ...{ act: 'addRiskAction', subjectKey: riskKey, actorId: actor.personId, at: now, occasion: key },
    details: { actionKey: key, ownerId, due },
  });
  return record;
}

/**
 * Changes an action that is open: another owner, another day. 4 resource units. Throws AppError as `addAction`, missing
 * `risks.noSuchAction`, conflict `risks.actionDone` `risks.actionCancelled`.
 */
export async function changeAction(
  context: Context,
  actor: Actor,
  riskKey: string,
  actionKey: string,
  body: ActionBody,
): Promise<Stored<RiskAction>> {
  const known = treatable(context, actor, riskKey);
  requireOpen(actionOrThrow(context, known, actionKey));
  const now = nowOf(context.clock);
  const changed = await context.list(RiskActions).update(actionKey, (current) => {
    requireOpen(current);
    return { ...fieldsOf(context, body, current), changedAt: now, changedBy: actor.personId };
  });
  const { ownerId, due } = changed;
  await recordAct(context, {
    ...{
      act: 'changeRiskAction',
      subjectKey: riskKey,
      actorId: actor.personId,
      at: now,
      occasion: `${actionKey} ${now}`,
    },
    details: { actionKey, ownerId, due },
  });
  return changed;
}

/**
 * Gives an action up, with the reason; it stays where it is, marked. A repeat is done, and records what a crash left. 4 resource units. Throws AppError:
 * missing, forbidden, conflict `risks.actionDone`, unavailable.
 */
export async function cancelAction(
  context: Context,
  actor: Actor,
  riskKey: string,
  actionKey: string,
  reason: string,
): Promise<void> {
  const known = treatable(context, actor, riskKey);
  actionOrThrow(context, known, actionKey);
  const now = nowOf(context.clock);
  const { cancelledAt = now, changedBy } = await context.list(RiskActions).update(actionKey, (current) => {
    if (current.cancelledAt !== undefined) return undefined;
    requireOpen(current);
    return { cancelledAt: now, cancelledReason: reason, changedAt: now, changedBy: actor.personId };
  });
  await recordAct(context, {
    ...{ act: 'cancelRiskAction', subjectKey: riskKey, actorId: changedBy, at: cancelledAt, occasion: actionKey },
    details: { actionKey },
  });
}
