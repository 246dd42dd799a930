import type { Counted, Figure } from './figure.ts';

/**
 * When a figure is red: under so many per cent, or from so many. Of what is not here nothing is said to be red: how many
 * tasks are late depends on how many people there are.
 */
export const redLimits: Readonly<Record<string, number>> = {
  ...{ policyCoverage: 80, courseCoverage: 80, procedureCoverage: 50, assetsAssessed: 80 },
  ...{ risksWorst: 1, assessmentsLate: 1, treatmentsLate: 1, acceptancesOver: 1, controlsLate: 3 },
  ...{ vitalWithPlan: 80, vitalTested: 50, vitalInTime: 100, improvementsLate: 1, findingsLate: 1 },
  ...{ wheelMissed: 1, approvalsLate: 1, centresWithoutIsk: 1, procedureReviewsLate: 3 },
};

/** The limit that a figure is over, or under; undefined when it is not red. */
export function redLimitOf(
  { key, good }: Pick<Figure, 'key' | 'good'>,
  counted: Counted | undefined,
): number | undefined {
  const limit = redLimits[key];
  const value = counted?.value;
  if (limit === undefined || value === undefined) return undefined;
  const isRed = good === 'up' ? value < limit : value >= limit;
  return isRed ? limit : undefined;
}
