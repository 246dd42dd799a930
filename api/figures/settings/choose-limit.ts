import { recordAct } from '../../audit/index.ts';
import { figureName } from '../figures-view.ts';
import type { Context } from '../../context.ts';
import { forbidden, missing, nowOf, type Actor, type Instant } from '../../kernel/index.ts';
import { findFigure } from '../all-figures.ts';
import { mayFreezeFigures } from '../permissions.ts';
import { FigureSettings } from './settings-list.ts';

/**
 * Sets a figure's red limit, for everybody; without changes nothing is written. 4 resource units. Throws AppError:
 * forbidden `figures.mayNotSet`, missing `figures.noSuchFigure`.
 */
export async function chooseLimit(context: Context, actor: Actor, key: string, limit: number): Promise<void> {
  requireSetter(actor, key);
  const changedAt = nowOf(context.clock);
  const fields = { limit, changedBy: actor.personId, changedAt };
  const settings = context.list(FigureSettings);
  if (settings.get(key)?.limit === limit) return;
  const { existed } = await settings.create({ key, title: titleOf(context, key), ...fields });
  if (existed) await settings.update(key, (now) => (now.limit === limit ? undefined : fields));
  await record(context, actor, key, changedAt, limit);
}

/** Restores the default; idempotent. 4 resource units. Throws AppError as `chooseLimit`. */
export async function resetLimit(context: Context, actor: Actor, key: string): Promise<void> {
  requireSetter(actor, key);
  if (!context.list(FigureSettings).get(key)) return;
  await context.list(FigureSettings).remove(key);
  await record(context, actor, key, nowOf(context.clock), null);
}

function requireSetter(actor: Actor, key: string): void {
  if (!mayFreezeFigures(actor)) throw forbidden('figures.mayNotSet');
  if (!findFigure(key)) throw missing('figures.noSuchFigure');
}
const titleOf = (context: Context, key: string): string => figureName(context.texts('da'), { key }).slice(0, 255);
const record = (context: Context, { personId }: Actor, subjectKey: string, at: Instant, limit: number | null) =>
  recordAct(context, {
    act: 'chooseRedLimit',
    subjectKey,
    actorId: personId,
    at,
    occasion: at,
    details: { limit },
  });
