import { compareKeys } from '../texts/sort.ts';

interface Query<Sort extends string> {
  q?: string | undefined;
  sort: Sort | 'title';
  descending: boolean;
}

/**
 * Documents in the order of a query. A search is by relevance, unless another order is requested; absent days are last
 * in both directions, ties are by title.
 */
export function inOrder<Row, Sort extends string>(
  rows: readonly Row[],
  { q, sort, descending }: Query<Sort>,
  of: {
    /** 0 without a search. */
    score(row: Row): number;
    byTitle(one: Row, other: Row): number;
    key(row: Row, sort: Sort): string | undefined;
  },
): Row[] {
  const isByTitle = (asked: Sort | 'title'): asked is 'title' => asked === 'title';
  const byScore = q !== undefined && isByTitle(sort) && !descending;
  const sign = descending ? -1 : 1;
  return rows
    .map((row) => ({ row, key: isByTitle(sort) ? '' : of.key(row, sort) }))
    .sort(
      (one, other) =>
        (byScore ? of.score(other.row) - of.score(one.row) : 0) ||
        compareKeys(one.key, other.key, descending) ||
        (isByTitle(sort) ? sign : 1) * of.byTitle(one.row, other.row),
    )
    .map(({ row }) => row);
}
