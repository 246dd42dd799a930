import { describe, expect, it } from 'vitest';
import { codecOf } from '../../../api/sharepoint/codec.ts';
import { allLists } from '../../../teams-app/program/lists.ts';

/** Columns that name another record, by their list. */
const references = allLists.flatMap((list) =>
  Object.entries(list.columns)
    .filter(([field, { optional }]) => /Keys?$/.test(field) && !optional)
    .map(([field]) => ({ list, field })),
);
const wrongIn = (list: (typeof allLists)[number]) => {
  const decoded = codecOf(list).decode({ Key: 'one' });
  return 'problems' in decoded ? decoded.fields.map(({ column }) => column) : [];
};

describe('a required reference', () => {
  it('that is empty sets its item aside, in every list: a record about nothing would leave the numbers unnoticed', () => {
    expect(references.length).toBeGreaterThan(30);
    const unnoticed = references.filter(
      ({ list, field }) => !wrongIn(list).some((column) => column.toLowerCase() === field.toLowerCase()),
    );
    expect(unnoticed.map(({ list, field }) => `${list.name}.${field}`)).toEqual([]);
  });
});
