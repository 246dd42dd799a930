import { useMutation } from '@tanstack/react-query';
import type { OwnShow } from '../../api/ownership/contract.ts';
import { download } from '../shared/api/client.ts';
import { useView } from '../shared/api/queries.ts';
import { useListChoice } from '../shared/useListChoice.ts';

export const shows = ['tasks', 'overdue', 'unassessed', 'noPlan'] as const satisfies readonly OwnShow[];
const sorts = ['next', 'title', 'criticality', 'level', 'plan', 'tasks'] as const;
export type OwnSort = (typeof sorts)[number];
export const pageSize = 50;

/** The reader's own assets as filtered by the address: nearest due first. */
export function useOwnAssets() {
  const { query, ...list } = useListChoice({
    filters: { show: shows },
    sorts,
    largestFirst: ['level', 'criticality', 'tasks'],
    direction: 'descending',
  });
  const { q, offset } = list.choice;
  const view = useView('GET /api/own-assets', { query: { ...query, offset, limit: pageSize } }, { keepPrevious: true });
  const excel = useMutation({ mutationFn: () => download('GET /api/own-assets.xlsx', { query }) });
  return {
    ...list,
    view,
    linkTo: (wanted: OwnShow) => `/systems?${new URLSearchParams({ ...(q === '' ? {} : { q }), show: wanted })}`,
    excel: { start: () => excel.mutate(), busy: excel.isPending, error: excel.error },
  };
}
export type OwnAssets = ReturnType<typeof useOwnAssets>;
