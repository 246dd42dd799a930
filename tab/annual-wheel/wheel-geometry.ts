/**
 * Layout of the wheel. Angles are degrees clockwise from the top, where the year begins; lengths are CSS pixels. Every
 * month is a twelfth, so that a date is at its month's name.
 */
export interface RingInput {
  key: string;
  /** The body's name, in the ring from the top on. */
  name: string;
  slots: readonly { key: string; due: string }[];
}
export interface Band {
  inner: number;
  outer: number;
}
export interface Ring extends Band {
  key: string;
  /** Extent of the body's name from the top, in degrees; arcs are below it there. */
  named: number;
}
export interface Arc extends Band {
  key: string;
  ring: string;
  from: number;
  to: number;
}
export interface WheelLayout {
  size: number;
  centre: number;
  /** Whether the bodies' names fit in the rings. */
  named: boolean;
  hub: number;
  rim: number;
  rings: readonly Ring[];
  arcs: ReadonlyMap<string, Arc>;
}

const month = 30;
/** An arc is half a month long, near the hub slightly more as a larger target: monthly ones never overlap. */
const arcLength = 15;
const longestArc = 26;
const shortestPixels = 26;
const lengthAt = (radius: number) =>
  Math.min(longestArc, Math.max(arcLength, (shortestPixels / radius) * (180 / Math.PI)));
/** Width of a name's strip in its ring, and of its letters. */
const strip = 14;
const letter = 6.4;
const gap = 2;
/** Weight of a further lane, relative to the first. */
const laneWeight = 0.5;
const namedFrom = 540;

const daysIn = (year: number, monthNumber: number): number => new Date(Date.UTC(year, monthNumber, 0)).getUTCDate();
const two = (value: number) => String(value).padStart(2, '0');
const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));

/** The month of a date, 1–12. */
export const monthOf = (date: string): number => Number(date.slice(5, 7));

/** The middle of a day; a date of another year is at that end of this one. */
export function angleOf(date: string, year: number): number {
  const [dateYear = year, monthNumber = 1, day = 1] = date.split('-').map(Number);
  if (dateYear < year) return 0;
  if (dateYear > year) return 12 * month;
  return (monthNumber - 1 + (day - 0.5) / daysIn(year, monthNumber)) * month;
}

/** The day at an angle: the inverse of `angleOf`. */
export function dateAt(angle: number, year: number): string {
  const turned = ((angle % 360) + 360) % 360;
  const monthNumber = Math.floor(turned / month) + 1;
  const days = daysIn(year, monthNumber);
  const day = clamp(Math.floor(((turned % month) / month) * days) + 1, 1, days);
  return `${year}-${two(monthNumber)}-${two(day)}`;
}

export const point = (centre: number, radius: number, angle: number) => {
  const radians = ((angle - 90) * Math.PI) / 180;
  return { x: centre + radius * Math.cos(radians), y: centre + radius * Math.sin(radians) };
};
/** The angle of a point from the centre. */
export const angleAt = (x: number, y: number): number => ((Math.atan2(y, x) * 180) / Math.PI + 450) % 360;

interface Placed {
  key: string;
  from: number;
  to: number;
  lane: number;
  lanes: number;
  /** Where the first arc sharing the ring begins. */
  begins: number;
}

/** Overlapping arcs are in lanes; others have the whole ring. */
export function lanesOf(slots: RingInput['slots'], year: number, length = arcLength): Placed[] {
  const sorted = slots
    .map(({ key, due }) => {
      const from = clamp(angleOf(due, year) - length / 2, 0.5, 359.5 - length);
      return { key, from, to: from + length };
    })
    .sort((one, other) => one.from - other.from || one.key.localeCompare(other.key));
  const placed: Placed[] = [];
  let together: Placed[] = [];
  let ends: number[] = [];
  const finish = () => {
    for (const arc of together) arc.lanes = ends.length;
    placed.push(...together);
    together = [];
    ends = [];
  };
  for (const arc of sorted) {
    if (ends.every((end) => end <= arc.from)) finish();
    const free = ends.findIndex((end) => end <= arc.from);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = arc.to;
    together.push({ ...arc, lane, lanes: 1, begins: together[0]?.from ?? arc.from });
  }
  finish();
  return placed;
}

/** Layout for a width in CSS pixels: the first ring is the outermost. */
export function layoutOf(width: number, rings: readonly RingInput[], year: number): WheelLayout {
  const size = Math.max(240, width);
  const named = size >= namedFrom;
  const rim = size / 2 - (named ? 32 : 24);
  const hub = rim * 0.24;
  const each = (rim - hub) / Math.max(1, rings.length);
  const placed = rings.map((ring, position) => lanesOf(ring.slots, year, lengthAt(rim - (position + 0.5) * each)));
  const weights = placed.map((arcs) => 1 + laneWeight * (Math.max(1, ...arcs.map((arc) => arc.lanes)) - 1));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const arcs = new Map<string, Arc>();
  const laid: Ring[] = [];
  let outer = rim;
  rings.forEach((ring, position) => {
    const thickness = ((rim - hub) * (weights[position] ?? 1)) / whole;
    const inner = outer - thickness;
    const reach = named ? ((ring.name.length * letter + 10) / (outer - strip)) * (180 / Math.PI) : 0;
    laid.push({ key: ring.key, inner, outer, named: reach });
    for (const arc of placed[position] ?? []) {
      const lanes = { inner: inner + gap, outer: outer - (arc.begins < reach ? strip : gap) };
      const lane = (lanes.outer - lanes.inner) / arc.lanes;
      const top = lanes.outer - arc.lane * lane;
      const space = arc.lane < arc.lanes - 1 ? gap : 0;
      arcs.set(arc.key, {
        key: arc.key,
        ring: ring.key,
        from: arc.from,
        to: arc.to,
        outer: top,
        inner: top - lane + space,
      });
    }
    outer = inner;
  });
  return { size, centre: size / 2, named, hub, rim, rings: laid, arcs };
}

const digits = (value: number) => Math.round(value * 100) / 100;

/** A ring sector with rounded corners, as SVG path data. */
export function sectorPath(centre: number, band: Band, from: number, to: number, corner = 0): string {
  const { inner, outer } = band;
  const length = ((to - from) * Math.PI * inner) / 180;
  const round = Math.max(0, Math.min(corner, (outer - inner) / 2, length / 2));
  const turnOf = (radius: number) => (radius === 0 ? 0 : (round / radius) * (180 / Math.PI));
  const at = (radius: number, angle: number) => {
    const { x, y } = point(centre, radius, angle);
    return `${digits(x)} ${digits(y)}`;
  };
  const arc = (radius: number, sweep: 0 | 1, large: boolean, end: string) =>
    `A${digits(radius)} ${digits(radius)} 0 ${large ? 1 : 0} ${sweep} ${end}`;
  const bend = (end: string) => (round === 0 ? '' : arc(round, 1, false, end));
  const large = to - from > 180;
  return [
    `M${at(outer, from + turnOf(outer))}`,
    arc(outer, 1, large, at(outer, to - turnOf(outer))),
    bend(at(outer - round, to)),
    `L${at(inner + round, to)}`,
    bend(at(inner, to - turnOf(inner))),
    arc(inner, 0, large, at(inner, from + turnOf(inner))),
    bend(at(inner + round, from)),
    `L${at(outer - round, from)}`,
    bend(at(outer, from + turnOf(outer))),
    'Z',
  ].join('');
}

/** A path for text; reversed below the middle, so that no word is upside down. */
export function textLine(centre: number, radius: number, from: number, to: number): string {
  const middle = ((from + to) / 2) % 360;
  const below = middle > 90 && middle < 270;
  const [start, end] = below ? [to, from] : [from, to];
  const { x, y } = point(centre, radius, start);
  const last = point(centre, radius, end);
  const large = to - from > 180 ? 1 : 0;
  return `M${digits(x)} ${digits(y)}A${digits(radius)} ${digits(radius)} 0 ${large} ${below ? 0 : 1} ${digits(last.x)} ${digits(last.y)}`;
}

export type Turn = 'earlier' | 'later' | 'outwards' | 'inwards' | 'first' | 'last';

/** The next focused arc: along its ring through time, or the nearest in time of the next non-empty ring. */
export function turned(layout: WheelLayout, key: string, turn: Turn): string {
  const here = layout.arcs.get(key);
  if (!here) return key;
  const inRing = (ring: string) =>
    [...layout.arcs.values()].filter((arc) => arc.ring === ring).sort((one, other) => one.from - other.from);
  const row = inRing(here.ring);
  const position = row.indexOf(here);
  switch (turn) {
    case 'earlier':
      return row[Math.max(0, position - 1)]?.key ?? key;
    case 'later':
      return row[Math.min(row.length - 1, position + 1)]?.key ?? key;
    case 'first':
      return row[0]?.key ?? key;
    case 'last':
      return row.at(-1)?.key ?? key;
    case 'outwards':
    case 'inwards': {
      const step = turn === 'outwards' ? -1 : 1;
      const from = layout.rings.findIndex((ring) => ring.key === here.ring);
      for (let next = from + step; next >= 0 && next < layout.rings.length; next += step) {
        const found = inRing(layout.rings[next]?.key ?? '').sort(
          (one, other) => Math.abs(one.from - here.from) - Math.abs(other.from - here.from),
        );
        if (found[0]) return found[0].key;
      }
      return key;
    }
  }
}
