import { recordAct } from '../audit/index.ts';
import type { Context } from '../context.ts';
import { says } from '../edits/index.ts';
import { forbidden, invalid, missing, nowOf, type Actor, repeatableKey } from '../kernel/index.ts';
import { mayEditRetention } from './permissions.ts';
import { Retention } from './retention-list.ts';
import { retentionOf } from './retention-row.ts';

export interface Chosen {
  days: number;
  isOn: boolean;
}

/**
 * Sets the retention of a kind of personal data, and whether the nightly job deletes; without changes nothing is
 * written. 4 resource units. Throws AppError: forbidden `retention.mayNotEdit`, missing `retention.noSuchKind`, invalid
 * `retention.tooShort`.
 */
export async function setRetention(context: Context, actor: Actor, kind: string, chosen: Chosen): Promise<void> {
  if (!mayEditRetention(actor)) throw forbidden('retention.mayNotEdit');
  const row = retentionOf(context).rows.find((one) => one.kind === kind);
  if (!row) throw missing('retention.noSuchKind');
  if (chosen.days < row.leastDays) throw invalid('retention.tooShort', { field: 'days', least: row.leastDays });
  const at = nowOf(context.clock);
  const fields = { ...chosen, changedBy: actor.personId, changedAt: at };
  const title = context.texts('da')(`retention.kinds.${row.kind}.title`).slice(0, 255);
  const settings = context.list(Retention);
  const known = settings.get(kind);
  if (known && says(known, chosen)) return;
  const { existed } = await settings.create({ key: kind, title, ...fields }, 'interactive');
  if (existed)
    await settings.update(
      kind,
      ({ days, isOn }) => (days === chosen.days && isOn === chosen.isOn ? undefined : fields),
      'interactive',
    );
  const { days, isOn } = chosen;
  await recordAct(context, {
    act: 'setRetention',
    subjectKey: kind,
    actorId: actor.personId,
    at,
    details: { days, isOn },
    occasion: repeatableKey(actor, 'setRetention'),
  });
}
