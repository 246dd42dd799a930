import { crc32, deflateSync } from 'node:zlib';

/** Red, green, blue and opacity, 0–255. */
export type Colour = readonly [number, number, number, number];
/** The colour at a point; coordinates from -1 to 1, y downwards. */
export type Paint = (x: number, y: number) => Colour;

/** Samples per pixel in each direction, for smooth edges. */
const samples = 4;
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A square picture as PNG (truecolour with opacity). */
export function drawPng(size: number, paint: Paint): Uint8Array {
  const rows = Buffer.alloc(size * (1 + size * 4));
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1)
      rows.set(pixel(size, column, row, paint), row * (1 + size * 4) + 1 + column * 4);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function pixel(size: number, column: number, row: number, paint: Paint): number[] {
  const sum = [0, 0, 0, 0];
  for (let index = 0; index < samples * samples; index += 1) {
    const x = ((column + ((index % samples) + 0.5) / samples) / size) * 2 - 1;
    const y = ((row + (Math.floor(index / samples) + 0.5) / samples) / size) * 2 - 1;
    const [red, green, blue, opacity] = paint(x, y);
    for (const [place, value] of [red * opacity, green * opacity, blue * opacity, opacity].entries())
      sum[place] = (sum[place] ?? 0) + value;
  }
  const opacity = sum[3] ?? 0;
  const colours = sum.slice(0, 3).map((value) => (opacity === 0 ? 255 : Math.round(value / opacity)));
  return [...colours, Math.round(opacity / samples ** 2)];
}

function chunk(type: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'ascii'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
