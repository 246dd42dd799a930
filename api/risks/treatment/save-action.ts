import type { Context } from '../../context.ts';
import { forbidden, missing, nowOf, repeatableKey, type Actor } from '../../kernel/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import type { ActionBody } from '../contract.ts';
import { riskOrThrow, type KnownRisk } from '../known-risks.ts';
import { mayTreat } from '../permissions.ts';
import { RiskActions, type RiskAction } from '../risk-lists.ts';
import { riskActions } from './actions.ts';

/** A risk in force that the actor treats. Throws AppError: missing, forbidden `risks.mayNotTreat`. */
export function treatable(context: Context, actor: Actor, riskKey: string): KnownRisk {
  const known = riskOrThrow(context, riskKey);
  if (!mayTreat(actor, known.asset)) throw forbidden('risks.mayNotTreat');
  return known;
}

/** An action about the risk. Throws AppError `missing` `risks.noSuchAction`. */
function actionOrThrow(context: Context, { key }: KnownRisk, actionKey: string): Stored<RiskAction> {
  const action = context.list(RiskActions).get(actionKey);
  if (action?.riskKey !== key) throw missing('risks.noSuchAction');
  return action;
}

/**
 * Adds an action about a risk: an obligation of its owner (R1). 4 resource units. Throws AppError: missing
 * `risks.noSuchRisk`, forbidden `risks.mayNotTreat`, invalid `risks.unknownOwner` `risks.dueInThePast`, unavailable.
 */
export async function addAction(
  context: Context,
  actor: Actor,
  riskKey: string,
  body: ActionBody,
): Promise<Stored<RiskAction>> {
  const { asset } = treatable(context, actor, riskKey);
  const { cost, effect = '' } = body;
  return riskActions.add(context, {
    key: repeatableKey(actor, 'riskAction'),
    riskKey,
    assetKey: asset.key,
    ...riskActions.agreed(context, body),
    effect,
    ...(cost === undefined ? {} : { cost }),
    progress: 0,
    note: '',
    changedAt: nowOf(context.clock),
    changedBy: actor.personId,
  });
}

/**
 * Changes an open action. 4 resource units. Throws AppError as `addAction`, missing `risks.noSuchAction`, conflict
 * `risks.actionDone` `risks.actionCancelled`.
 */
export async function changeAction(
  context: Context,
  actor: Actor,
  riskKey: string,
  actionKey: string,
  body: ActionBody,
): Promise<Stored<RiskAction>> {
  const { key } = actionOrThrow(context, treatable(context, actor, riskKey), actionKey);
  const { cost, effect = '' } = body;
  return riskActions.change(context, actor, key, (current) => ({
    ...riskActions.agreed(context, body, { before: current }),
    cost,
    effect,
  }));
}

export interface Progress {
  /** Per cent; 100 is done. */
  progress: number;
  note: string;
}

/**
 * Sets an action's progress: 100 completes it, with actor and date, less reopens it. Idempotent. 4 resource units.
 * Throws AppError: missing `risks.noSuchRisk` `risks.noSuchAction`, forbidden `risks.mayNotWorkOn`, conflict
 * `risks.actionCancelled`, unavailable.
 */
export async function reportProgress(
  context: Context,
  actor: Actor,
  riskKey: string,
  actionKey: string,
  { progress, note }: Progress,
): Promise<Stored<RiskAction>> {
  const action = actionOrThrow(context, riskOrThrow(context, riskKey), actionKey);
  const fields = { progress, note };
  return riskActions.report(context, actor, action, { done: progress === 100, fields, told: { progress } });
}

/**
 * Cancels an action, with a reason; it stays in the list, marked. Idempotent, and completes the trail after a crash. 4
 * resource units. Throws AppError: missing, forbidden, conflict `risks.actionDone`, unavailable.
 */
export async function cancelAction(
  context: Context,
  actor: Actor,
  riskKey: string,
  actionKey: string,
  reason: string,
): Promise<Stored<RiskAction>> {
  const { key } = actionOrThrow(context, treatable(context, actor, riskKey), actionKey);
  return riskActions.cancel(context, actor, key, reason);
}
