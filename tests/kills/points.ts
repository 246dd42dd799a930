/** A write of the program by what it does and which act makes it: `update Assets` of `PUT /api/assets/:key`. */
export interface NamedWrite {
  name: string;
  act: string;
}
export interface KilledAt extends NamedWrite {
  /** From 1, of the run. */
  number: number;
}
export type When = 'before' | 'after';
/** Asked once for each write, `number` from 1. */
export type IsWanted = (write: NamedWrite, number: number) => boolean;

/** Where a kill may leave something undone: what an act writes to a list, at the first and the last time in a story. */
export interface Point {
  write: string;
  place: number;
  name: string;
}

export const nameOf = ({ name, act }: NamedWrite): string => `${act === '' ? 'no act' : act}: ${name}`;

/** The distinct points of a story's writes. */
export function pointsOf(writes: readonly NamedWrite[]): Point[] {
  const counts = new Map<string, number>();
  for (const write of writes) counts.set(nameOf(write), (counts.get(nameOf(write)) ?? 0) + 1);
  return [...counts].flatMap(([write, count]) => [
    { write, place: 1, name: write },
    ...(count > 1 ? [{ write, place: count, name: `${write}, last` }] : []),
  ]);
}

/** Wants each of the points once, where they are `apart` writes from each other; takes those that it wants away. */
export function eachOf(points: Set<Point>, apart: number): IsWanted {
  const met = new Map<string, number>();
  let latest = -apart;
  return (write, number) => {
    const place = (met.get(nameOf(write)) ?? 0) + 1;
    met.set(nameOf(write), place);
    const point = [...points].find((one) => one.write === nameOf(write) && one.place === place);
    if (!point || number - latest < apart) return false;
    latest = number;
    return points.delete(point);
  };
}

/** Wants the n-th write, and each `every` more, `most` times in all: a start that writes more would never end. */
export function everyFrom(first: number, every: number, most: number): IsWanted {
  let wanted = 0;
  return (_, number) => {
    if (wanted >= most || number < first || (number - first) % every !== 0) return false;
    wanted += 1;
    return true;
  };
}
