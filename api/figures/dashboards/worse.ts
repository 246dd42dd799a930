import type { Context } from '../../context.ts';
import { todayOf, type Actor } from '../../kernel/index.ts';
import { centreRef } from '../../organisation/index.ts';
import { findFigure } from '../all-figures.ts';
import type { FigureView, WorseView } from '../contract.ts';
import { figuresFreshness, figuresOf, ownerAsked } from '../figures-view.ts';
import { workBehind } from './owed-work.ts';
import { textIfThere } from '../../texts/translate.ts';

/** Most figures named; the rest are on their own page. */
const mostNamed = 3;

/**
 * Deterioration of a figure, comparable for shares and numbers: percentage points, or for a number the increase
 * relative to the present value.
 */
export function worsening({ unit, value, lastMonth }: Pick<FigureView, 'unit' | 'value' | 'lastMonth'>): number {
  if (value === undefined || lastMonth === undefined) return 0;
  const change = Math.abs(value - lastMonth.value);
  return unit === 'percent' ? change : (change / Math.max(1, value, lastMonth.value)) * 100;
}

/**
 * What got worse since the last frozen month, worst first, with advice (R15). Unchanged figures are left out. Throws
 * AppError `forbidden`.
 */
export async function worseViewOf(
  context: Context,
  actor: Actor,
  { owner: asked }: { owner?: string | undefined },
): Promise<WorseView> {
  const owner = ownerAsked(context, actor, asked);
  const figures = await figuresOf(context, actor, owner);
  const t = context.texts(actor.language);
  const worse = figures
    .filter(({ movement, link }) => movement === 'worse' && link !== undefined)
    .sort((one, other) => worsening(other) - worsening(one));
  const advised = async (figure: FigureView) => {
    const declared = findFigure(figure.key);
    const work = declared && (await workBehind(context, actor, declared, owner));
    const advice = textIfThere(t, `figureAdvice.${figure.key}`, { count: figure.numerator }) ?? '';
    return { ...figure, advice, ...(work ? { work } : {}) };
  };
  const centre = owner === 'whole' ? undefined : centreRef(context, owner);
  const since = figures.find(({ lastMonth }) => lastMonth)?.lastMonth?.day;
  return {
    day: todayOf(context.clock),
    owner,
    ...(centre ? { centre } : {}),
    ...(since === undefined ? {} : { since }),
    worse: await Promise.all(worse.slice(0, mostNamed).map(advised)),
    more: Math.max(0, worse.length - mostNamed),
    better: figures.filter(({ movement }) => movement === 'better').length,
    freshness: figuresFreshness(context),
  };
}
