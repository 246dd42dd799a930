import { expect, it } from 'vitest';
import { inOrder } from '../../../api/documents/document-order.ts';

interface Row {
  title: string;
  reviewOn?: string;
  centre?: string;
}
const rows: readonly Row[] = [
  { title: 'Uden dag', centre: 'Åbent' },
  { title: 'Sen', reviewOn: '2027-01-10', centre: 'Plan 10' },
  { title: 'Tidlig', reviewOn: '2026-12-01', centre: 'Plan 2' },
];
const ordered = (sort: 'reviewOn' | 'centre', descending: boolean) =>
  inOrder<Row, 'reviewOn' | 'centre'>(
    rows,
    { sort, descending },
    {
      score: () => 0,
      byTitle: (one, other) => one.title.localeCompare(other.title),
      key: (row, by) => row[by],
    },
  ).map(({ title }) => title);

it('has those without a day last, whichever way days go', () => {
  expect(ordered('reviewOn', false)).toEqual(['Tidlig', 'Sen', 'Uden dag']);
  expect(ordered('reviewOn', true)).toEqual(['Sen', 'Tidlig', 'Uden dag']);
});

it('has names as in a Danish register', () => {
  expect(ordered('centre', false)).toEqual(['Tidlig', 'Sen', 'Uden dag']);
  expect(ordered('centre', true)).toEqual(['Uden dag', 'Sen', 'Tidlig']);
});
