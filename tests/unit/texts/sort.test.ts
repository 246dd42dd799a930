import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareKeys, groupedBy, sortedBy, type SortKey } from '../../../api/texts/sort.ts';

const centres = ['Ørsted', 'Aarhus', 'Børn', undefined, 'Ældre', 'Børn', 'Zoo', 'Ågård'];

describe('rows by a key', () => {
  it('are in the order of a Danish register, and those without a key are last in both directions', () => {
    const titles = (descending: boolean) => sortedBy(centres, (title) => title, descending);
    expect(titles(false)).toEqual(['Børn', 'Børn', 'Zoo', 'Ældre', 'Ørsted', 'Ågård', 'Aarhus', undefined]);
    expect(titles(true)).toEqual(['Aarhus', 'Ågård', 'Ørsted', 'Ældre', 'Zoo', 'Børn', 'Børn', undefined]);
  });

  it('are as sorted one by one, each key being asked for once, and ties as they were', () => {
    const key = fc.option(
      fc.oneof(fc.constantFrom('a', 'æ', 'å', 'Plan 2', 'Plan 10'), fc.integer({ min: 0, max: 3 })),
      {
        nil: undefined,
      },
    );
    fc.assert(
      fc.property(fc.array(key), fc.boolean(), (keys, descending) => {
        const rows = keys.map((one, place): { key: SortKey; place: number } => ({ key: one, place }));
        let asked = 0;
        const groups = groupedBy(rows, (row) => ((asked += 1), row.key), descending);
        expect(asked).toBe(rows.length);
        expect(groups.every((group) => new Set(group.map((row) => row.key)).size === 1)).toBe(true);
        expect(groups.flat()).toEqual(
          rows.toSorted((one, other) => compareKeys(one.key, other.key, descending) || one.place - other.place),
        );
      }),
    );
  });
});
