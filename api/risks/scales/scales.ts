import type { Context } from '../../context.ts';
import { derivation } from '../../derivation.ts';
import { inLanguage, type Actor, type Language } from '../../kernel/index.ts';
import type { AnswerOf } from '../../http/endpoint.ts';
import { freshnessOf } from '../../organisation/index.ts';
import type { RiskScale, risksContract, ScaleSummary } from '../contract.ts';
import { mayKeepScales } from '../permissions.ts';
import { Assessments, RiskScales } from '../risk-lists.ts';
import { scaleView } from './scale-view.ts';
import { standard } from './shipped/four-by-four.ts';
import { defaultScaleKey, shippedScales } from './shipped-scales.ts';
import { compareDanish } from '../../texts/format.ts';

/** The item of `RiskScales` with the current scale. */
export const currentItemKey = 'current';
type ScalesAnswer = AnswerOf<(typeof risksContract)['GET /api/risks/scales']>;

/** A scale by key, shipped or own. */
export const findScale = (context: Context, key: string): RiskScale | undefined =>
  shippedScales.find((shipped) => shipped.key === key)?.scale ?? context.list(RiskScales).get(key)?.scale;

/** Key of the scale for new assessments; `standard` by default (R1). */
export function currentScaleKey(context: Context): string {
  const chosen = context.list(RiskScales).get(currentItemKey)?.title;
  return chosen !== undefined && findScale(context, chosen) ? chosen : defaultScaleKey;
}

/** The scale for new assessments. */
export const currentScale = (context: Context): RiskScale => findScale(context, currentScaleKey(context)) ?? standard;

/** Assessments by scale, compared by words and cells. */
const uses = derivation([Assessments], (context): ReadonlyMap<string, number> => {
  const found = new Map<string, number>();
  for (const { scale, state } of context.list(Assessments).all()) {
    if (state === 'discarded') continue;
    const print = JSON.stringify(scale);
    found.set(print, (found.get(print) ?? 0) + 1);
  }
  return found;
});

/** All scales, built-in first, and whether the reader may add some. */
export function scaleList(context: Context, actor: Actor): ScalesAnswer {
  const { language } = actor;
  const own = context
    .list(RiskScales)
    .all()
    .flatMap(({ key, title, scale }) => (scale ? [{ key, title, scale }] : []))
    .sort((one, other) => compareDanish(one.title, other.title) || one.key.localeCompare(other.key));
  return {
    scales: [
      ...shippedScales.map(({ key, title, scale }) =>
        summaryOf(context, { key, title: inLanguage(title, language), scale, source: 'shipped' }, language),
      ),
      ...own.map((scale) => summaryOf(context, { ...scale, source: 'own' }, language)),
    ],
    abilities: { edit: mayKeepScales(actor) },
    freshness: freshnessOf(context, RiskScales, Assessments),
  };
}

const summaryOf = (
  context: Context,
  known: Pick<ScaleSummary, 'key' | 'title' | 'source' | 'scale'>,
  language: Language,
): ScaleSummary => ({
  ...known,
  isCurrent: known.key === currentScaleKey(context),
  usedBy: uses(context).get(JSON.stringify(known.scale)) ?? 0,
  view: scaleView(known.scale, language),
});
