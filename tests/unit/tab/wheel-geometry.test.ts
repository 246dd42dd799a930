import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  angleAt,
  angleOf,
  dateAt,
  lanesOf,
  layoutOf,
  point,
  sectorPath,
  textLine,
  turned,
  type RingInput,
} from '../../../tab/annual-wheel/wheel-geometry.ts';

const day = fc
  .date({ min: new Date('2026-01-01T00:00:00Z'), max: new Date('2026-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const someRings = fc
  .array(fc.array(day, { maxLength: 30 }), { minLength: 1, maxLength: 10 })
  .map((rings): RingInput[] =>
    rings.map((days, ring) => ({
      key: `ring${ring}`,
      name: 'Koncernledelsen'.slice(ring),
      slots: days.map((due, position) => ({ key: `${ring}.${position}`, due })),
    })),
  );

describe('angleOf', () => {
  it('begins the year at the top and gives every month a twelfth', () => {
    expect(angleOf('2026-01-01', 2026)).toBeCloseTo(0.5, 0);
    expect(Math.floor(angleOf('2026-04-01', 2026))).toBe(90);
    expect(angleOf('2026-06-30', 2026)).toBeLessThan(180);
    expect(angleOf('2026-12-31', 2026)).toBeLessThan(360);
  });

  it('keeps the dates of other years at the ends of this one', () => {
    expect(angleOf('2025-12-31', 2026)).toBe(0);
    expect(angleOf('2027-01-01', 2026)).toBe(360);
  });

  it('is undone by dateAt for every day, also 29 February', () => {
    fc.assert(
      fc.property(day, (date) => {
        expect(dateAt(angleOf(date, 2026), 2026)).toBe(date);
      }),
    );
    expect(dateAt(angleOf('2028-02-29', 2028), 2028)).toBe('2028-02-29');
  });

  it('is found again from a point on the wheel', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 359, noNaN: true }), (angle) => {
        const { x, y } = point(0, 100, angle);
        expect(angleAt(x, y)).toBeCloseTo(angle, 5);
      }),
    );
  });
});

describe('lanesOf', () => {
  it('gives the whole ring to what comes every month', () => {
    const monthly = Array.from({ length: 12 }, (_, month) => ({
      key: `${month}`,
      due: `2026-${String(month + 1).padStart(2, '0')}-15`,
    }));
    expect(lanesOf(monthly, 2026).every((arc) => arc.lanes === 1)).toBe(true);
  });

  it('stacks what falls on the same days, and those alone', () => {
    const placed = lanesOf(
      [
        { key: 'a', due: '2026-03-12' },
        { key: 'b', due: '2026-03-14' },
        { key: 'c', due: '2026-09-01' },
      ],
      2026,
    );
    expect(placed.map(({ key, lane, lanes }) => [key, lane, lanes])).toEqual([
      ['a', 0, 2],
      ['b', 1, 2],
      ['c', 0, 1],
    ]);
  });
});

describe('layoutOf', () => {
  it('lays every arc inside its ring and the year, none over another, at any width', () => {
    fc.assert(
      fc.property(fc.integer({ min: 240, max: 900 }), someRings, (width, rings) => {
        const layout = layoutOf(width, rings, 2026);
        const arcs = [...layout.arcs.values()];
        expect(arcs).toHaveLength(rings.flatMap((ring) => ring.slots).length);
        for (const arc of arcs) {
          const ring = layout.rings.find((known) => known.key === arc.ring);
          expect(arc.from).toBeGreaterThanOrEqual(0);
          expect(arc.to).toBeLessThanOrEqual(360);
          expect(arc.inner).toBeGreaterThanOrEqual((ring?.inner ?? 0) - 0.001);
          expect(arc.outer).toBeLessThanOrEqual((ring?.outer ?? 0) + 0.001);
        }
        const meet = arcs.some((one, position) =>
          arcs
            .slice(position + 1)
            .some(
              (other) =>
                one.ring === other.ring &&
                one.from < other.to - 0.001 &&
                other.from < one.to - 0.001 &&
                one.inner < other.outer - 0.001 &&
                other.inner < one.outer - 0.001,
            ),
        );
        expect(meet).toBe(false);
        expect(layout.rings.at(-1)?.inner).toBeCloseTo(layout.hub, 3);
        expect(layout.rim * 2).toBeLessThan(layout.size);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps arcs below the names of the bodies', () => {
    const [ring] = layoutOf(600, [{ key: 'a', name: 'Byrådet', slots: [] }], 2026).rings;
    const { arcs } = layoutOf(
      600,
      [
        {
          key: 'a',
          name: 'Byrådet',
          slots: [
            { key: 'jan', due: '2026-01-08' },
            { key: 'jun', due: '2026-06-08' },
          ],
        },
      ],
      2026,
    );
    expect(ring?.named).toBeGreaterThan(5);
    expect(arcs.get('jan')?.outer).toBeLessThan((ring?.outer ?? 0) - 10);
    expect(arcs.get('jun')?.outer).toBeGreaterThan((ring?.outer ?? 0) - 5);
  });

  it('has room for names only where they can be read', () => {
    expect(layoutOf(288, [], 2026).named).toBe(false);
    expect(layoutOf(640, [], 2026).named).toBe(true);
  });
});

describe('turned', () => {
  const layout = layoutOf(
    640,
    [
      { key: 'out', name: 'Out', slots: [{ key: 'out.mar', due: '2026-03-12' }] },
      { key: 'empty', name: 'Empty', slots: [] },
      {
        key: 'in',
        name: 'In',
        slots: [
          { key: 'in.jan', due: '2026-01-20' },
          { key: 'in.apr', due: '2026-04-01' },
          { key: 'in.nov', due: '2026-11-20' },
        ],
      },
    ],
    2026,
  );
  it.each([
    ['in.jan', 'later', 'in.apr'],
    ['in.apr', 'earlier', 'in.jan'],
    ['in.jan', 'earlier', 'in.jan'],
    ['in.nov', 'later', 'in.nov'],
    ['in.apr', 'first', 'in.jan'],
    ['in.jan', 'last', 'in.nov'],
    ['in.nov', 'outwards', 'out.mar'],
    ['out.mar', 'inwards', 'in.apr'],
    ['out.mar', 'outwards', 'out.mar'],
  ] as const)('goes from %s %s to %s', (from, turn, to) => {
    expect(turned(layout, from, turn)).toBe(to);
  });
});

describe('paths', () => {
  it('close, and hold only numbers, for every piece', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 340, noNaN: true }),
        fc.double({ min: 0.01, max: 19, noNaN: true }),
        (from, length) => {
          const path = sectorPath(200, { inner: 80, outer: 100 }, from, from + length, 4);
          expect(path).toMatch(/^M[\d. AL-]+Z$/);
          expect(path).not.toContain('NaN');
        },
      ),
    );
  });

  it('run text the other way below the middle, so that no word stands on its head', () => {
    expect(textLine(100, 80, 150, 180)).toContain('0 0 0');
    expect(textLine(100, 80, 0, 30)).toContain('0 0 1');
  });
});
