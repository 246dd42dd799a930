import type { Context } from '../../context.ts';
import { etagOf } from '../../edits/index.ts';
import type { AnswerOf } from '../../http/endpoint.ts';
import type { Actor } from '../../kernel/index.ts';
import { freshnessOf, personRef } from '../../organisation/index.ts';
import { allFigures } from '../all-figures.ts';
import { figureWords } from '../figures-view.ts';
import { boardsOf, mayFreezeFigures } from '../permissions.ts';
import { redLimits, redLimitsOf } from '../red-limits.ts';
import { feedOf } from './feed.ts';
import type { figureSettingEndpoints } from './settings-contract.ts';
import { FigureSettings } from './settings-list.ts';

/** Red limits, default and set, and whether there is a key for Power BI. From memory. */
export function figureSettingsOf(
  context: Context,
  actor: Actor,
): AnswerOf<(typeof figureSettingEndpoints)['GET /api/figures/settings']> {
  const chosen = context.list(FigureSettings);
  const limits = redLimitsOf(context);
  return {
    limits: allFigures
      .filter(({ good }) => good !== 'neither')
      .map((figure) => {
        const { key, area, unit, good } = figure;
        const own = chosen.get(key);
        const [usual, limit] = [redLimits[key], limits.get(key)];
        return {
          figure: key,
          etag: etagOf(limit),
          name: figureWords(context, actor.language, figure).name,
          area,
          unit,
          good,
          ...(limit === undefined ? {} : { limit }),
          ...(usual === undefined ? {} : { usual }),
          ...(own ? { changedBy: personRef(context, own.changedBy), changedAt: own.changedAt } : {}),
        };
      }),
    feed: feedOf(context),
    boards: boardsOf(actor),
    abilities: { edit: mayFreezeFigures(actor) },
    freshness: freshnessOf(context, FigureSettings),
  };
}
