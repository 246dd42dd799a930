import { useMutation } from '@tanstack/react-query';
import type { MeasureRow } from '../../api/measures/contract.ts';
import { useAddress } from '../shared/address.ts';
import { download } from '../shared/api/client.ts';
import { useView } from '../shared/api/queries.ts';

export const states = [
  'draft',
  'waiting',
  'returned',
  'rejected',
  'approved',
  'underWay',
  'done',
] as const satisfies readonly MeasureRow['state'][];
const sorts = ['title', 'state', 'cost', 'changedAt'] as const;
export type Sort = (typeof sorts)[number];

/** The measures selected by the address. */
export function useMeasures() {
  const { valueOf, choose } = useAddress<'q' | 'state' | 'sort' | 'direction'>();
  const q = valueOf('q') ?? '';
  const state = states.find((known) => known === valueOf('state'));
  const sort = sorts.find((known) => known === valueOf('sort')) ?? 'changedAt';
  const descending = (valueOf('direction') ?? (sort === 'changedAt' ? 'down' : 'up')) === 'down';
  const query = {
    sort,
    descending: String(descending),
    ...(q ? { q } : {}),
    ...(state ? { state } : {}),
  };
  const view = useView('GET /api/measures', { query }, { keepPrevious: true });
  const excel = useMutation({ mutationFn: () => download('GET /api/measures.xlsx', { query }) });
  return {
    view,
    q,
    state,
    sort,
    descending,
    choose,
    isFiltered: q !== '' || state !== undefined,
    sortBy: (by: Sort) => choose({ sort: by, direction: by === sort && !descending ? 'down' : 'up' }),
    excel: { start: () => excel.mutate(), error: excel.error },
  };
}
