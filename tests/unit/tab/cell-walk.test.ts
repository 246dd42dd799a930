import { describe, expect, it } from 'vitest';
import { placeAfter } from '../../../tab/shared/ui/cell-walk.ts';
import { shortTitle } from '../../../tab/shared/ui/CoverageMatrix.tsx';

describe('the cells of a grid', () => {
  it('are walked by arrow keys without leaving it', () => {
    expect(placeAfter('ArrowUp', [0, 1], 2, 3)).toEqual([0, 1]);
    expect(placeAfter('ArrowUp', [1, 1], 2, 3)).toEqual([0, 1]);
    expect(placeAfter('ArrowDown', [0, 1], 2, 3)).toEqual([1, 1]);
    expect(placeAfter('ArrowDown', [1, 1], 2, 3)).toEqual([1, 1]);
    expect(placeAfter('ArrowLeft', [0, 0], 2, 3)).toEqual([0, 0]);
    expect(placeAfter('ArrowRight', [0, 2], 2, 3)).toEqual([0, 2]);
    expect(placeAfter('Home', [1, 2], 2, 3)).toEqual([1, 0]);
    expect(placeAfter('End', [1, 0], 2, 3)).toEqual([1, 2]);
    expect(placeAfter('Tab', [1, 0], 2, 3)).toBe(undefined);
  });

  it('have only what differs above their columns', () => {
    expect(shortTitle('Center for børn og unge')).toBe('Børn og unge');
    expect(shortTitle('Jobcenter')).toBe('Jobcenter');
  });
});
