import { useMutation } from '@tanstack/react-query';
import { useAddress } from '../../shared/address.ts';
import { download } from '../../shared/api/client.ts';
import { useView } from '../../shared/api/queries.ts';

export const improvementStates = ['open', 'overdue', 'done', 'cancelled'] as const;
const sorts = ['due', 'title', 'owner', 'state'] as const;
export type ImprovementSort = (typeof sorts)[number];

/** The improvements selected by the address. */
export function useImprovements() {
  const { valueOf, choose } = useAddress<'q' | 'state' | 'source' | 'sort' | 'direction'>();
  const q = valueOf('q') ?? '';
  const state = improvementStates.find((known) => known === valueOf('state'));
  const source = (['test', 'downtime', 'inspection', 'initiative'] as const).find(
    (known) => known === valueOf('source'),
  );
  const sort = sorts.find((known) => known === valueOf('sort')) ?? 'due';
  const descending = valueOf('direction') === 'down';
  const query = {
    sort,
    descending: String(descending),
    ...(q ? { q } : {}),
    ...(state ? { state } : {}),
    ...(source ? { source } : {}),
  };
  const view = useView('GET /api/contingency/improvements', { query }, { keepPrevious: true });
  const excel = useMutation({ mutationFn: () => download('GET /api/contingency/improvements.xlsx', { query }) });
  return {
    view,
    q,
    state,
    source,
    sort,
    descending,
    choose,
    isFiltered: [q, state, source].some(Boolean),
    sortBy: (by: ImprovementSort) => choose({ sort: by, direction: by === sort && !descending ? 'down' : 'up' }),
    excel: { start: () => excel.mutate(), error: excel.error },
  };
}
