import type { Context } from '../../context.ts';
import type { AnswerOf } from '../../http/endpoint.ts';
import { forbidden, stableKey, type Actor } from '../../kernel/index.ts';
import { personRef } from '../../organisation/index.ts';
import type { registerContract } from '../contract.ts';
import { mayKeepViews } from '../permissions.ts';
import { SavedViews } from '../risk-lists.ts';
import { compareDanish } from '../../texts/format.ts';

type SavedViewsAnswer = AnswerOf<(typeof registerContract)['GET /api/risks/saved-views']>;

/** The actor's views by name, then shared ones. From memory. */
export function savedViews(context: Context, actor: Actor): SavedViewsAnswer {
  const views = context
    .list(SavedViews)
    .all()
    .map(({ key, title, query, shared, personId }) => ({
      key,
      title,
      query,
      shared,
      mine: personId === actor.personId,
      by: personRef(context, personId),
    }))
    .filter(({ mine, shared }) => mine || shared)
    .sort((one, other) => Number(other.mine) - Number(one.mine) || compareDanish(one.title, other.title));
  return { views, abilities: { save: mayKeepViews(actor) } };
}

/** Saves a view under its name, replacing one of that name. 2 resource units. Throws AppError `unavailable`. */
export async function saveView(
  context: Context,
  actor: Actor,
  { title, query, shared }: { title: string; query: string; shared: boolean },
): Promise<{ key: string }> {
  const key = stableKey(actor.personId, title.toLocaleLowerCase('da'));
  const view = { key, title, personId: actor.personId, query, shared };
  const { existed } = await context.list(SavedViews).create(view);
  if (existed) await context.list(SavedViews).update(key, () => ({ title, query, shared }));
  return { key };
}

/** Removes an own view; idempotent. Throws AppError forbidden `risks.notYourView`. */
export async function removeView(context: Context, actor: Actor, viewKey: string): Promise<{ key: string }> {
  const view = context.list(SavedViews).get(viewKey);
  if (!view) return { key: viewKey };
  if (view.personId !== actor.personId) throw forbidden('risks.notYourView');
  await context.list(SavedViews).remove(viewKey);
  return { key: viewKey };
}
