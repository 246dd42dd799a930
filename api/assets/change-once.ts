import { recordAct, recordedEntry } from '../audit/index.ts';
import type { Context } from '../context.ts';
import { nowOf, repeatableKey, type Actor, type Instant } from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { Assets, type Asset } from './asset-list.ts';
import { countsFromAfter } from './counts-from.ts';

/**
 * Makes one change to an asset, stamps and audits it; without a change nothing is written, nor by the repeat of a press
 * after another has undone it. The caller checks permission. 4 resource units. Throws AppError: missing, unavailable.
 */
export async function changeOnce(
  context: Context,
  actor: Actor,
  key: string,
  act: string,
  change: (asset: Asset, now: Instant) => Partial<Omit<Asset, 'key'>> | undefined,
): Promise<Stored<Asset>> {
  const now = nowOf(context.clock);
  const occasion = repeatableKey(actor, 'act');
  const isRepeat = (await recordedEntry(context, { act, subjectKey: key, occasion })) !== undefined;
  let done = false;
  const asset = await context.list(Assets).update(key, (current) => {
    const fields = isRepeat ? undefined : change(current, now);
    done = fields !== undefined;
    const counted = fields && { ...fields, countsFrom: countsFromAfter(current, fields, now) };
    return counted && { ...counted, changedAt: now, changedBy: actor.personId };
  });
  if (done) await recordAct(context, { act, subjectKey: key, actorId: actor.personId, at: now, occasion });
  return asset;
}
