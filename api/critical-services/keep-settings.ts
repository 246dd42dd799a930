import { recordAct } from '../audit/index.ts';
import type { Context } from '../context.ts';
import { etagOf } from '../edits/index.ts';
import { forbidden, nowOf, type Actor } from '../kernel/index.ts';
import { freshnessOf, personRef } from '../organisation/index.ts';
import type { ContinuitySettings } from './contract.ts';
import { mayKeepSettings } from './permissions.ts';
import { ContinuitySettingsList } from './service-lists.ts';
import { currentSettingsKey, settingsNow } from './settings.ts';

/**
 * Changes the impact settings (R4): points, levels, and the limit of vital. Impacts at removed points stay stored.
 * Without changes nothing is written. 4 resource units. Throws AppError: forbidden `services.mayNotKeepSettings`,
 * unavailable.
 */
export async function keepSettings(context: Context, actor: Actor, settings: ContinuitySettings): Promise<void> {
  if (!mayKeepSettings(actor)) throw forbidden('services.mayNotKeepSettings');
  if (JSON.stringify(settingsNow(context)) === JSON.stringify(settings)) return;
  const now = nowOf(context.clock);
  const fields = { title: 'Current', settings, changedAt: now, changedBy: actor.personId };
  const list = context.list(ContinuitySettingsList);
  const { existed } = await list.create({ key: currentSettingsKey, ...fields });
  if (existed) await list.update(currentSettingsKey, () => fields);
  await recordAct(context, {
    act: 'changeContinuitySettings',
    subjectKey: currentSettingsKey,
    actorId: actor.personId,
    at: now,
    occasion: now,
  });
}

/** The impact settings, and who set them. From memory. */
export function settingsView(context: Context, actor: Actor) {
  const kept = context.list(ContinuitySettingsList).get(currentSettingsKey);
  return {
    settings: settingsNow(context),
    etag: etagOf(settingsNow(context)),
    shipped: kept === undefined,
    ...(kept ? { changedBy: personRef(context, kept.changedBy), changedAt: kept.changedAt } : {}),
    abilities: { edit: mayKeepSettings(actor) },
    freshness: freshnessOf(context, ContinuitySettingsList),
  };
}
