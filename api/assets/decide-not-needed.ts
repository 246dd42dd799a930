import type { Context } from '../context.ts';
import { forbidden, type Actor } from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import type { Asset } from './asset-list.ts';
import { assetOrThrow } from './assets.ts';
import { changeOnce } from './change-once.ts';
import { mayDecideNotNeeded } from './permissions.ts';

function requireDecider(context: Context, actor: Actor, key: string): void {
  if (!mayDecideNotNeeded(actor, assetOrThrow(context, key))) throw forbidden('assets.mayNotDecide');
}

/**
 * Decides that an asset needs no risk assessment (R1), with reason, actor and date. A repeat is a success. 4 resource
 * units. Throws AppError: missing, forbidden `assets.mayNotDecide`, unavailable.
 */
export async function decideNotNeeded(
  context: Context,
  actor: Actor,
  key: string,
  reason: string,
): Promise<Stored<Asset>> {
  requireDecider(context, actor, key);
  return changeOnce(context, actor, key, 'decideNotNeeded', ({ notNeeded }, at) =>
    notNeeded?.reason === reason ? undefined : { notNeeded: { reason, by: actor.personId, at } },
  );
}

/** Undoes that decision; idempotent. Otherwise as `decideNotNeeded`. */
export async function undoNotNeeded(context: Context, actor: Actor, key: string): Promise<Stored<Asset>> {
  requireDecider(context, actor, key);
  return changeOnce(context, actor, key, 'undoNotNeeded', ({ notNeeded }) => notNeeded && { notNeeded: undefined });
}
