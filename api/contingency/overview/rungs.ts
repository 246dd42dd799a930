/** Back later than the last rung, or nobody has said when. */
export const [beyond, unknown] = ['beyond', 'unknown'] as const;

/**
 * The rung of the time ladder that something with so much accepted downtime stands on: the first that is long enough.
 * `points` in hours, rising. Pure.
 */
export function rungOf(mtd: number | undefined, points: readonly number[]): string {
  if (mtd === undefined) return unknown;
  const point = points.find((hours) => mtd <= hours);
  return point === undefined ? beyond : String(point);
}
