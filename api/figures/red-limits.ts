import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import { orWhileHeld } from '../sharepoint/index.ts';
import type { Counted, Figure } from './figure.ts';
import { FigureSettings } from './settings/settings-list.ts';

/**
 * Default red limits: below a percentage, or from a number. Figures without one are never red: the number of late tasks
 * depends on the number of people.
 */
export const redLimits: Readonly<Record<string, number>> = {
  policyCoverage: 80,
  courseCoverage: 80,
  procedureCoverage: 50,
  assetsAssessed: 80,
  risksWorst: 1,
  assessmentsLate: 1,
  treatmentsLate: 1,
  acceptancesOver: 1,
  controlsLate: 3,
  vitalWithPlan: 80,
  vitalTested: 50,
  vitalInTime: 100,
  improvementsLate: 1,
  findingsLate: 1,
  wheelMissed: 1,
  approvalsLate: 1,
  centresWithoutIsk: 1,
  procedureReviewsLate: 3,
};

const usualLimits: ReadonlyMap<string, number> = new Map(Object.entries(redLimits));
const withChosen = derivation([FigureSettings], (context): ReadonlyMap<string, number> => {
  const chosen = context.list(FigureSettings).all();
  return new Map([
    ...usualLimits,
    ...chosen.flatMap(({ key, limit }) => (limit === undefined ? [] : [[key, limit] as const])),
  ]);
});
/** The municipality's limits. */
export const redLimitsOf = (context: Context): ReadonlyMap<string, number> =>
  orWhileHeld(() => withChosen(context), usualLimits);

/** The violated limit; undefined when not red. */
export function redLimitOf(
  { key, good }: Pick<Figure, 'key' | 'good'>,
  counted: Counted | undefined,
  limits: ReadonlyMap<string, number> = usualLimits,
): number | undefined {
  const limit = limits.get(key);
  const value = counted?.value;
  if (limit === undefined || value === undefined) return undefined;
  const isRed = good === 'up' ? value < limit : value >= limit;
  return isRed ? limit : undefined;
}
