import { useMutation } from '@tanstack/react-query';
import { download } from '../../shared/api/client.ts';
import { useView } from '../../shared/api/queries.ts';
import { useListChoice } from '../../shared/useListChoice.ts';

export const improvementStates = ['open', 'overdue', 'done', 'cancelled'] as const;
const sorts = ['due', 'title', 'owner', 'state'] as const;
export type ImprovementSort = (typeof sorts)[number];

/** The improvements selected by the address. */
export function useImprovements() {
  const { choice, query, ...list } = useListChoice({
    filters: { state: improvementStates, source: ['test', 'downtime', 'inspection', 'initiative'], centreId: 'any' },
    sorts,
    direction: 'direction',
  });
  const view = useView('GET /api/contingency/improvements', { query }, { keepPrevious: true });
  const excel = useMutation({ mutationFn: () => download('GET /api/contingency/improvements.xlsx', { query }) });
  return { ...list, ...choice, view, excel: { start: () => excel.mutate(), error: excel.error } };
}
