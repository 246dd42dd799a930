import { useMutation } from '@tanstack/react-query';
import type { OwnShow } from '../../api/ownership/contract.ts';
import { useAddress } from '../shared/address.ts';
import { download } from '../shared/api/client.ts';
import { useView } from '../shared/api/queries.ts';

export const shows = ['tasks', 'overdue', 'unassessed', 'noPlan'] as const satisfies readonly OwnShow[];
const sorts = ['next', 'title', 'criticality', 'level', 'plan', 'tasks'] as const;
export type OwnSort = (typeof sorts)[number];
/** Descending: worst first. */
const worstFirst: readonly OwnSort[] = ['level', 'criticality', 'tasks'];

export const pageSize = 50;
/** The API's limit. */
const longestSearch = 100;

/** The reader's own assets as filtered by the address: nearest due first. */
export function useOwnAssets() {
  const { valueOf, offset, choose } = useAddress<'q' | 'show' | 'sort' | 'descending'>();
  const choice = {
    q: (valueOf('q') ?? '').slice(0, longestSearch),
    show: shows.find((known) => known === valueOf('show')),
    sort: sorts.find((known) => known === valueOf('sort')) ?? 'next',
    descending: valueOf('descending') === 'true',
    offset,
  };
  const { q, show, sort, descending } = choice;
  const query = { ...(q === '' ? {} : { q }), ...(show ? { show } : {}), sort, descending: String(descending) };
  const view = useView('GET /api/own-assets', { query: { ...query, offset, limit: pageSize } }, { keepPrevious: true });
  const excel = useMutation({ mutationFn: () => download('GET /api/own-assets.xlsx', { query }) });
  return {
    view,
    choice,
    choose,
    isFiltered: q !== '' || show !== undefined,
    linkTo: (wanted: OwnShow) => `/systems?${new URLSearchParams({ ...(q === '' ? {} : { q }), show: wanted })}`,
    clear: () => choose({ q: '', show: '' }),
    sortBy: (by: OwnSort) => {
      const turned = by === sort ? !descending : worstFirst.includes(by);
      choose({ sort: by, descending: turned ? 'true' : '' });
    },
    excel: { start: () => excel.mutate(), busy: excel.isPending, error: excel.error },
  };
}
export type OwnAssets = ReturnType<typeof useOwnAssets>;
