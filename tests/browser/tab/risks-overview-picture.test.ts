import { assert, constantFrom, integer, property, record, uniqueArray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HeatCell } from '../../../api/risks/contract.ts';
import { heatOf } from '../../../api/risks/overview/heat.ts';
import type { VisibleEntry } from '../../../api/risks/register/filter-entries.ts';
import { standard } from '../../../api/risks/scales/shipped/four-by-four.ts';
import {
  countsOf,
  dotsOf,
  keyOf,
  middleOf,
  mostDots,
  pathsOf,
  placeAfter,
} from '../../../tab/risks/overview/heat-map.ts';
import { linesOf } from '../../../tab/risks/register/lines.ts';
import { slice } from '../../../tab/risks/parts/LevelTag.tsx';

const stages = ['inherent', 'current', 'target'] as const;
const lower = (step: number, by: number) => Math.max(1, step - by);

/** Cells and moves, as counted by the API, of a number of risks: deterministic, each milder from stage to stage. */
function heatOfRisks(count: number) {
  const entries = Array.from({ length: count }, (_, position) => {
    const [consequence, likelihood] = [1 + ((position * 7 + 3) % 4), 1 + ((position * 5 + (position % 3)) % 4)];
    const now = [lower(consequence, Number(position % 3 === 0)), lower(likelihood, position % 2)] as const;
    const status = (up: number, across: number) => ({ consequence: up, likelihood: across, level: 0 });
    const statuses = {
      inherent: status(consequence, likelihood),
      current: status(...now),
      target: status(lower(now[0], Number(position % 4 === 1)), lower(now[1], Number(position % 4 !== 0))),
    };
    return { entry: { known: { assessment: { scale: standard } } }, statuses } as VisibleEntry;
  });
  return heatOf(standard, entries);
}
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

describe('the paths of the picture', () => {
  it('put as many risks in each cell at each stage as the cell holds', () => {
    assert(
      property(integer({ min: 0, max: 400 }), (count) => {
        const { cells, moves } = heatOfRisks(count);
        const paths = pathsOf(cells, moves);
        for (const stage of stages)
          for (const [key, held] of countsOf(cells, stage)) {
            const here = paths.filter(({ at }) => at[stage] && keyOf(at[stage]) === key);
            expect(sum(here.map((path) => path.count))).toBe(held);
          }
      }),
      { numRuns: 30 },
    );
  });

  it('hold also when the moves do not add up to the cells', () => {
    const cell = record({
      consequence: integer({ min: 1, max: 4 }),
      likelihood: integer({ min: 1, max: 4 }),
      inherent: integer({ min: 0, max: 20 }),
      current: integer({ min: 0, max: 20 }),
      target: integer({ min: 0, max: 20 }),
    });
    const cells = uniqueArray(cell, { maxLength: 8, selector: (one) => `${one.consequence}.${one.likelihood}` });
    assert(
      property(cells, constantFrom(...stages), (held: HeatCell[], stage) => {
        const paths = pathsOf(held, [{ stage: 'inherent', from: [1, 1], to: [4, 4], count: 99 }]);
        expect(sum(paths.filter(({ at }) => at[stage]).map(({ count }) => count))).toBe(
          sum(held.map((one) => one[stage])),
        );
      }),
    );
  });

  it.each([64, 300, 5_000])('draw every risk of a cell that shows dots, of %s risks', (count) => {
    const { cells, moves } = heatOfRisks(count);
    const dots = dotsOf(cells, moves);
    expect(dots.length).toBeLessThan(200);
    for (const stage of stages)
      for (const [key, held] of countsOf(cells, stage))
        if (held <= mostDots) expect(dots.filter((at) => at[stage] && keyOf(at[stage]) === key)).toHaveLength(held);
  });
});

describe('places in the picture', () => {
  it('never leave it by arrow keys', () => {
    assert(
      property(
        constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'),
        integer({ min: 1, max: 5 }),
        integer({ min: 1, max: 6 }),
        (key, consequence, likelihood) => {
          const [up, across] = placeAfter(key, [consequence, likelihood], 5, 6) ?? [0, 0];
          expect(up >= 1 && up <= 5 && across >= 1 && across <= 6).toBe(true);
        },
      ),
    );
    expect(placeAfter('ArrowUp', [3, 2], 5, 6)).toEqual([4, 2]);
    expect(placeAfter('a', [3, 2], 5, 6)).toBeUndefined();
  });

  it('lie higher the worse the consequence, and further right the larger the likelihood', () => {
    const frame = { width: 400, rows: 4, columns: 4, cellHeight: 90, head: 0 };
    expect(middleOf([4, 1], frame).y).toBeLessThan(middleOf([3, 1], frame).y);
    expect(middleOf([4, 2], frame).x).toBeGreaterThan(middleOf([4, 1], frame).x);
    expect(middleOf([1, 4], frame)).toEqual({ x: 351.5, y: 3 * 94 + 45 });
  });
});

describe('the sign of a level', () => {
  it('is empty for the mildest and whole for the worst', () => {
    expect(slice(0)).toBe('');
    expect(slice(0.5)).toContain('A7 7 0 0 1 8.000 15.000');
    const [x = 0, y = 0] = (/1 (\S+) (\S+)Z$/.exec(slice(1)) ?? []).slice(1).map(Number);
    expect(x).toBeLessThan(8);
    expect(y).toBeCloseTo(1, 3);
    expect(slice(1)).toContain('A7 7 0 1 1');
  });
});

describe('the lines of a grouped register', () => {
  const group = (key: string, count: number) => ({ key, title: key, count });

  it('begin each group with its heading and number the risks through', () => {
    const lines = linesOf(5, [group('one', 2), group('two', 3)]);
    expect(Array.from({ length: lines.count }, (_, line) => lines.at(line))).toEqual([
      { kind: 'group', group: group('one', 2) },
      { kind: 'risk', position: 0 },
      { kind: 'risk', position: 1 },
      { kind: 'group', group: group('two', 3) },
      { kind: 'risk', position: 2 },
      { kind: 'risk', position: 3 },
      { kind: 'risk', position: 4 },
    ]);
  });

  it('are the risks themselves when nothing is grouped, and tell their windows', () => {
    const lines = linesOf(5_000, []);
    expect(lines.count).toBe(5_000);
    expect(lines.at(4_321)).toEqual({ kind: 'risk', position: 4_321 });
    expect(lines.windowsOf([98, 99, 100, 4_321], 100)).toEqual([0, 1, 43]);
  });
});
