import type { Context } from '../context.ts';
import { forbidden, type Actor } from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import type { Asset } from './asset-list.ts';
import { assetOrThrow } from './assets.ts';
import { changeOnce } from './change-once.ts';
import { mayRetireAsset } from './permissions.ts';

function requireKeeper(context: Context, actor: Actor, key: string): void {
  if (!mayRetireAsset(actor, assetOrThrow(context, key))) throw forbidden('assets.mayNotRetire');
}

/**
 * Retires an asset. It stays in the register with its references. Idempotent. 4 resource units. Throws AppError:
 * missing, forbidden `assets.mayNotRetire`, unavailable.
 */
export async function retireAsset(context: Context, actor: Actor, key: string, reason: string): Promise<Stored<Asset>> {
  requireKeeper(context, actor, key);
  return changeOnce(context, actor, key, 'retireAsset', (asset) =>
    asset.state === 'retired' ? undefined : { state: 'retired', retiredReason: reason },
  );
}

/** Reinstates it; idempotent. Otherwise as `retireAsset`. */
export async function reinstateAsset(context: Context, actor: Actor, key: string): Promise<Stored<Asset>> {
  requireKeeper(context, actor, key);
  return changeOnce(context, actor, key, 'reinstateAsset', (asset) =>
    asset.state === 'retired' ? { state: 'inUse', retiredReason: undefined } : undefined,
  );
}
