import { recordAct } from '../audit/index.ts';
import type { Context } from '../context.ts';
import { conflict, forbidden, invalid, nowOf, repeatableKey, type Actor } from '../kernel/index.ts';
import { personRef } from '../organisation/index.ts';
import { createOnce, type Stored } from '../sharepoint/index.ts';
import { Assets, type Asset } from './asset-list.ts';
import { assetOrThrow } from './assets.ts';
import { countsFromAfter } from './counts-from.ts';
import { checkedAsset, type AssetFields } from './check-asset.ts';
import { assetBody, type AssetBody } from './contract.ts';
import { mayAddAsset, mayEditAsset } from './permissions.ts';

/**
 * Adds an IT system or a work process (R1). 4 resource units. Throws AppError: forbidden `assets.mayNotAdd`, invalid as
 * `checkedAsset`, unavailable.
 */
export async function addAsset(context: Context, actor: Actor, body: AssetBody): Promise<Stored<Asset>> {
  const given = assetBody.parse(body);
  const fields = checkedAsset(context, given);
  if (!mayAddAsset(actor, fields.centreId)) throw forbidden('assets.mayNotAdd');
  const now = nowOf(context.clock);
  const asset = { key: repeatableKey(actor, 'asset'), ...fields, changedAt: now, changedBy: actor.personId };
  const record = await createOnce(context.list(Assets), asset, ['changedAt']);
  await recordAct(context, { act: 'addAsset', subjectKey: record.key, actorId: actor.personId, at: now });
  return record;
}

/**
 * Replaces an asset's fields; absent ones are cleared. Without changes nothing is written. 4 resource units. Throws
 * AppError: missing, forbidden `assets.mayNotEdit`, invalid as `checkedAsset` and `assets.mayNotMoveThere`, conflict
 * `assets.changedMeanwhile` when changed since `expected`, unavailable.
 */
export async function changeAsset(
  context: Context,
  actor: Actor,
  key: string,
  body: AssetBody,
): Promise<Stored<Asset>> {
  const { expected, ...given } = assetBody.parse(body);
  if (!mayEditAsset(actor, assetOrThrow(context, key))) throw forbidden('assets.mayNotEdit');
  const now = nowOf(context.clock);
  let changed: string[] = [];
  const asset = await context.list(Assets).update(key, (current) => {
    if (!mayEditAsset(actor, current)) throw forbidden('assets.mayNotEdit');
    const fields = checkedAsset(context, given, current);
    changed = changedFields(current, fields);
    if (changed.length === 0) return undefined;
    if (expected !== undefined && expected !== current.changedAt)
      throw conflict('assets.changedMeanwhile', { name: personRef(context, current.changedBy).name });
    if (changed.includes('centreId') && !mayAddAsset(actor, fields.centreId))
      throw invalid('assets.mayNotMoveThere', { field: 'centreId' });
    const back = current.state === 'retired' && fields.state !== 'retired';
    return {
      ...fields,
      ...(back ? { retiredReason: undefined } : {}),
      countsFrom: countsFromAfter(current, fields, now),
      changedAt: now,
      changedBy: actor.personId,
    };
  });
  if (changed.length === 0) return asset;
  await recordAct(context, {
    act: 'changeAsset',
    subjectKey: key,
    actorId: actor.personId,
    at: now,
    occasion: repeatableKey(actor, 'act'),
    details: { fields: changed.join(' ') },
  });
  return asset;
}

/** Names of the changed fields. */
export const changedFields = (asset: Asset, fields: Partial<AssetFields>): string[] =>
  (Object.keys(fields) as (keyof AssetFields)[]).filter(
    (name) => JSON.stringify(asset[name]) !== JSON.stringify(fields[name]),
  );
