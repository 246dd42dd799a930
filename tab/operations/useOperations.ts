import { useMemo, useState } from 'react';
import { useView } from '../shared/api/queries.ts';
import { compareTexts } from '../shared/texts/texts.ts';

const everyMilliseconds = 15_000;

/** State of the program, polled while the page is shown. */
export const useOperations = () => useView('GET /api/operations', {}, { every: () => everyMilliseconds });

/** Sort value of each column. */
export type Orders<Row, Sort extends string> = Record<Sort, (row: Row) => string | number>;

/** Rows sorted by the chosen heading; a second press reverses. */
export function useSorted<Row, Sort extends string>(
  rows: readonly Row[],
  orders: Orders<Row, Sort>,
  first: { by: NoInfer<Sort>; descending: boolean },
) {
  const [sorted, setSorted] = useState(first);
  const inOrder = useMemo(() => {
    const order = orders[sorted.by];
    const direction = sorted.descending ? -1 : 1;
    return [...rows].sort((one, other) => direction * compared(order(one), order(other)));
  }, [rows, orders, sorted]);
  const onSort = (by: Sort) => setSorted((now) => ({ by, descending: now.by === by && !now.descending }));
  return { rows: inOrder, sorted, onSort };
}

const compared = (one: string | number, other: string | number): number =>
  typeof one === 'number' && typeof other === 'number' ? one - other : compareTexts(String(one), String(other));
