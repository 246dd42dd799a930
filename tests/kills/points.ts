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
export interface Point extends NamedWrite {
  /** From 1, among the writes of its kind. */
  place: number;
  label: string;
}

export const nameOf = ({ name, act }: NamedWrite): string => `${act === '' ? 'no act' : act}: ${name}`;

/** The distinct points of a story's writes. */
export function pointsOf(writes: readonly NamedWrite[]): Point[] {
  const kinds = new Map<string, { write: NamedWrite; count: number }>();
  for (const write of writes) kinds.set(nameOf(write), { write, count: (kinds.get(nameOf(write))?.count ?? 0) + 1 });
  return [...kinds].flatMap(
    ([
      label,
      {
        write: { name, act },
        count,
      },
    ]) => [
      { name, act, place: 1, label },
      ...(count > 1 ? [{ name, act, place: count, label: `${label}, last` }] : []),
    ],
  );
}

/** Routes are `POST /api/assets`, buttons `policy.acknowledge`. */
const isPressed = (act: string): boolean => /[ .]/.test(act);

/** The program's own work is done by whichever is first: a job, or what an act has set going. */
const isOfKind = (one: NamedWrite, other: NamedWrite): boolean =>
  one.name === other.name && (one.act === other.act || (!isPressed(one.act) && !isPressed(other.act)));

/** Wants each of the points once, where they are `apart` writes from each other; takes those that it wants away. */
export function eachOf(points: Set<Point>, apart: number): IsWanted {
  const met = new Map<Point, number>();
  let latest = -apart;
  return (write, number) => {
    const alike = [...points].filter((point) => isOfKind(point, write));
    for (const point of alike) met.set(point, (met.get(point) ?? 0) + 1);
    const point = alike.find((one) => met.get(one) === one.place);
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
