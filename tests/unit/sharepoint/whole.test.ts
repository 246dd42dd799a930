import { describe, expect, it } from 'vitest';
import { codecOf } from '../../../api/sharepoint/codec.ts';
import { defineList, text, whole } from '../../../api/sharepoint/index.ts';
import { allLists } from '../../../teams-app/program/lists.ts';

const Counts = defineList('Counts', { describe: 'For tests.', columns: { title: text('T'), months: whole('Months') } });

describe('whole', () => {
  it.each([-1, 2.5, 1e12])('sets an item aside that was edited to %s, and names the field', (Months) => {
    expect(codecOf(Counts).decode({ Key: 'a', Title: 'a', Months })).toMatchObject({
      fields: [{ column: 'Months', wrong: 'number' }],
    });
  });

  it('is what every column is that views show as a count', () => {
    const counted =
      /^(?:reviewMonths|testMonths|minutes|leadDays|newWithinDays|costOnce|costYearly|cost|progress|round)$/;
    const columns = allLists.flatMap(({ name, columns: all }) =>
      Object.entries(all).flatMap(([field, column]) => (counted.test(field) ? [{ name, field, column }] : [])),
    );
    expect(columns.length).toBeGreaterThan(9);
    const loose = columns.filter(
      ({ column }) => column.parser.safeParse(-1).success || column.parser.safeParse(0.5).success,
    );
    expect(loose.map(({ name, field }) => `${name}.${field}`)).toEqual([]);
  });
});
