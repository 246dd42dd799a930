import { drawPng, type Colour } from './png.ts';

export const accentColor = '#0B5A6F';
const accent: Colour = [0x0b, 0x5a, 0x6f, 255];
const white: Colour = [255, 255, 255, 255];
const nothing: Colour = [255, 255, 255, 0];

/** A ring of as many segments as months, or fewer at small sizes. */
function onWheel(
  x: number,
  y: number,
  [inner, outer]: readonly [number, number],
  pieces: number,
  gap: number,
): boolean {
  const radius = Math.hypot(x, y);
  if (radius < inner || radius > outer) return false;
  const turn = (Math.atan2(y, x) / (2 * Math.PI) + 1) * pieces;
  const toNextGap = Math.abs(turn - Math.round(turn)) * ((2 * Math.PI) / pieces) * radius;
  return toNextGap > gap / 2;
}

/** A shield with a straight top and a point below; `half` is half its width. */
function onShield(x: number, y: number, half: number): boolean {
  const [top, bottom] = [-half * 1.05, half * 1.25];
  if (y < top || y > bottom) return false;
  const down = Math.max(0, (y - half * 0.05) / (bottom - half * 0.05));
  return Math.abs(x) <= half * Math.sqrt(Math.max(0, 1 - down ** 1.7));
}

/** A tick of the given thickness. */
function onTick(x: number, y: number, size: number, thick: number): boolean {
  const points = [
    [-0.5, 0],
    [-0.12, 0.38],
    [0.55, -0.42],
  ].map(([px = 0, py = 0]) => [px * size, py * size] as const);
  return points.slice(1).some(([bx, by], index) => {
    const [ax, ay] = points[index] ?? [bx, by];
    const length = (bx - ax) ** 2 + (by - ay) ** 2;
    const along = Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
    return Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay)) <= thick / 2;
  });
}

/** 192 px: the wheel around a shield, on the app's colour edge to edge, as Teams requires. */
export const colourIcon = (): Uint8Array =>
  drawPng(192, (x, y) => {
    if (onWheel(x, y, [0.52, 0.66], 12, 0.05)) return white;
    if (!onShield(x, y, 0.3)) return accent;
    return onTick(x, y, 0.36, 0.085) ? accent : white;
  });

/** 32 px: the same in white on nothing. */
export const outlineIcon = (): Uint8Array =>
  drawPng(32, (x, y) => {
    if (onWheel(x, y, [0.74, 0.94], 8, 0.13)) return white;
    return onShield(x, y, 0.42) && !onTick(x, y, 0.5, 0.14) ? white : nothing;
  });
