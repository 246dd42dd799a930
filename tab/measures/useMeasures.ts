import { useMutation } from '@tanstack/react-query';
import type { MeasureRow } from '../../api/measures/contract.ts';
import { download } from '../shared/api/client.ts';
import { useView } from '../shared/api/queries.ts';
import { useListChoice } from '../shared/useListChoice.ts';

const states = [
  'draft',
  'waiting',
  'returned',
  'rejected',
  'approved',
  'underWay',
  'done',
] as const satisfies readonly MeasureRow['state'][];
/** Also several states by one name. */
export const stateChoices = [...states, 'asked', 'granted', 'unfunded'] as const;
const sorts = ['changedAt', 'title', 'state', 'cost'] as const;
export type Sort = (typeof sorts)[number];

/** The measures selected by the address. */
export function useMeasures() {
  const { choice, query, ...list } = useListChoice({
    filters: { state: stateChoices },
    sorts,
    largestFirst: ['changedAt'],
    direction: 'direction',
  });
  const view = useView('GET /api/measures', { query }, { keepPrevious: true });
  const excel = useMutation({ mutationFn: () => download('GET /api/measures.xlsx', { query }) });
  return { ...list, ...choice, view, excel: { start: () => excel.mutate(), error: excel.error } };
}
