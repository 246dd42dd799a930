import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutOf, levels, linesOf, softened } from '../../../tab/organisation/layout.ts';

const centres = Array.from({ length: 9 }, (_, position) => `c${position}`);
const apart = (layout: ReturnType<typeof layoutOf>) => {
  const boxes = [...layout.boxes.values()];
  return boxes.every((one, position) =>
    boxes
      .slice(position + 1)
      .every(
        (other) =>
          one.x + one.width <= other.x ||
          other.x + other.width <= one.x ||
          one.y + one.height <= other.y ||
          other.y + other.height <= one.y,
      ),
  );
};

describe('layoutOf', () => {
  it('places every body and centre inside the width, none over another, at any width and number of centres', () => {
    fc.assert(
      fc.property(fc.integer({ min: 240, max: 2000 }), fc.integer({ min: 0, max: 40 }), (width, count) => {
        const ids = Array.from({ length: count }, (_, position) => `c${position}`);
        const layout = layoutOf(width, ids);
        expect(layout.boxes.size).toBe(levels.flat().length + count);
        for (const box of layout.boxes.values()) {
          expect(box.x).toBeGreaterThanOrEqual(0);
          expect(box.x + box.width).toBeLessThanOrEqual(width + 0.001);
          expect(box.y + box.height).toBeLessThanOrEqual(layout.height);
        }
        expect(apart(layout)).toBe(true);
      }),
    );
  });

  it('stands in one column on a phone', () => {
    const layout = layoutOf(288, centres);
    expect(new Set([...layout.boxes.values()].map((box) => box.y)).size).toBe(layout.boxes.size);
  });

  it('puts the committee, the CISO and the team side by side where there is room', () => {
    const { boxes } = layoutOf(960, centres);
    expect(boxes.get('securityCommittee')?.y).toBe(boxes.get('securityTeam')?.y);
    expect(boxes.get('ciso')?.y).toBe(boxes.get('securityTeam')?.y);
  });
});

describe('linesOf', () => {
  it('breaks between words', () => {
    expect(linesOf('Center for Ejendomme og Intern Service', 200, 2)).toEqual([
      'Center for Ejendomme og',
      'Intern Service',
    ]);
  });
  it('keeps on one line what just fits', () => {
    expect(linesOf('abcd efghi', 73, 2)).toEqual(['abcd efghi']);
    expect(linesOf('abcd efghij', 73, 2)).toEqual(['abcd', 'efghij']);
  });
  it('ends in an ellipsis what does not fit', () => {
    const lines = linesOf('Center for Ejendomme og Intern Service og meget mere', 150, 2);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/…$/);
  });
  it('breaks a long compound where it is softened, and only when it must', () => {
    const compound = softened('Informationssikkerhedsudvalget');
    expect(linesOf(compound, 180, 2)).toEqual(['Informationssikkerheds-', 'udvalget']);
    expect(linesOf(compound, 400, 2)).toEqual(['Informationssikkerhedsudvalget']);
  });
  it('cuts a single long word', () => {
    expect(linesOf('Informationssikkerhedsudvalget', 100, 1)).toEqual(['Informations…']);
  });
});
