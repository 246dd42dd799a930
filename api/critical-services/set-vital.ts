import { assetOrThrow, type Asset } from '../assets/index.ts';
import type { Context } from '../context.ts';
import { forbidden, type Actor } from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { maySetVital } from './permissions.ts';
import { changeRecovery, requireInUse } from './save-recovery.ts';
import type { Recovery } from './service-lists.ts';
import { vitalFrom } from './vital-since.ts';

function decidable(context: Context, actor: Actor, assetKey: string): Stored<Asset> {
  const asset = assetOrThrow(context, assetKey);
  if (!maySetVital(actor, asset)) throw forbidden('services.mayNotSetVital');
  requireInUse(asset);
  return asset;
}

/** Another reason does not move the moment from which it is so. */
const fromWhen = (before: Recovery['vital'], is: boolean): string | undefined =>
  before?.is === is ? vitalFrom(before) : undefined;

/**
 * Sets with a reason whether an asset is vital, overriding the figures (R4). Without changes nothing is written. 4
 * resource units. Throws AppError: missing, forbidden `services.mayNotSetVital`, conflict `services.assetOutOfUse`,
 * unavailable.
 */
export async function setVital(
  context: Context,
  actor: Actor,
  assetKey: string,
  { is, reason }: { is: boolean; reason: string },
): Promise<void> {
  const asset = decidable(context, actor, assetKey);
  await changeRecovery(context, actor, asset, is ? 'setVital' : 'setNotVital', (current, now) =>
    current?.vital?.is === is && current.vital.reason === reason
      ? undefined
      : { vital: { is, reason, by: actor.personId, at: now, from: fromWhen(current?.vital, is) ?? now } },
  );
}

/** Removes the setting; idempotent. Otherwise as `setVital`. */
export async function undoVital(context: Context, actor: Actor, assetKey: string): Promise<void> {
  const asset = decidable(context, actor, assetKey);
  await changeRecovery(context, actor, asset, 'undoVital', (current) =>
    current?.vital ? { vital: undefined } : undefined,
  );
}
