import type { Context } from '../../context.ts';
import type { Actor, Instant } from '../../kernel/index.ts';
import { Assets, type Asset } from '../asset-list.ts';
import { countsFromAfter } from '../counts-from.ts';
import type { JudgedRow } from './judge-rows.ts';

/** Writes a row's changes in the background lane. 2 resource units. Throws AppError `unavailable`. */
export async function writeAsset(
  context: Context,
  actor: Actor,
  { key, fields, isNew }: NonNullable<JudgedRow['write']>,
  changedAt: Instant,
): Promise<true> {
  const stamp = { changedAt, changedBy: actor.personId };
  const retiredReason = context.texts('da')('riskDocuments.assets.retiredByImport');
  const retired = { ...(fields.state === 'retired' ? { retiredReason } : {}) };
  if (isNew) {
    // New assets have all required fields; only optional ones may be missing.
    await context.list(Assets).create({ key, ...(fields as Omit<Asset, 'key'>), ...retired, ...stamp }, 'background');
    return true;
  }
  const back = fields.state !== undefined && fields.state !== 'retired' ? { retiredReason: undefined } : retired;
  await context
    .list(Assets)
    .update(
      key,
      (current) => ({ ...fields, ...back, countsFrom: countsFromAfter(current, fields, changedAt), ...stamp }),
      'background',
    );
  return true;
}
