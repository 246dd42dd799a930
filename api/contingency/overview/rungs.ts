/** Back later than the last rung, or not set. */
export const [beyond, unknown] = ['beyond', 'unknown'] as const;

/**
 * The rung of the time ladder for an accepted downtime: the first that is long enough. `points` in hours, ascending.
 * Pure.
 */
export function rungName(mtd: number | undefined, points: readonly number[]): string {
  if (mtd === undefined) return unknown;
  const point = points.find((hours) => mtd <= hours);
  return point === undefined ? beyond : String(point);
}
