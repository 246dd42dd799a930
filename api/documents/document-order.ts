import { compareDanish } from '../texts/format.ts';

interface Query<Sort extends string> {
  q?: string | undefined;
  sort: Sort | 'title';
  descending: boolean;
}

/**
 * Documents in the order of a query. A search is by relevance, unless another order is requested; days and states have
 * their own order, names that of a Danish register; ties are by title.
 */
export function inOrder<Row, Sort extends string>(
  rows: readonly Row[],
  { q, sort, descending }: Query<Sort>,
  of: {
    /** 0 without a search. */
    score(row: Row): number;
    byTitle(one: Row, other: Row): number;
    /** Absent days are last. */
    key(row: Row, sort: Sort): string | undefined;
    names: readonly Sort[];
  },
): Row[] {
  const isByTitle = (asked: Sort | 'title'): asked is 'title' => asked === 'title';
  const byScore = q !== undefined && isByTitle(sort) && !descending;
  const sign = descending ? -1 : 1;
  const isName = of.names.some((name) => name === sort);
  const compare = (one: string, other: string) =>
    isName ? compareDanish(one, other) : Number(one > other) - Number(one < other);
  return rows
    .map((row) => ({ row, key: isByTitle(sort) ? '' : (of.key(row, sort) ?? '\uffff') }))
    .sort(
      (one, other) =>
        (byScore ? of.score(other.row) - of.score(one.row) : 0) ||
        sign * compare(one.key, other.key) ||
        (isByTitle(sort) ? sign : 1) * of.byTitle(one.row, other.row),
    )
    .map(({ row }) => row);
}
