import { compareDanish } from './format.ts';

export type SortKey = string | number | undefined;

/** Missing values last in both directions, names in the order of a Danish register. */
export function compareKeys(one: SortKey, other: SortKey, descending: boolean): number {
  if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined);
  const order =
    typeof one === 'number' && typeof other === 'number' ? one - other : compareDanish(`${one}`, `${other}`);
  return descending ? -order : order;
}

/** Rows by a key, each read once; ties stay in their order. */
export const sortedBy = <Row>(rows: readonly Row[], keyOf: (row: Row) => SortKey, descending: boolean): Row[] =>
  rows
    .map((row) => ({ row, key: keyOf(row) }))
    .sort((one, other) => compareKeys(one.key, other.key, descending))
    .map(({ row }) => row);
