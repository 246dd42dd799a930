import { useMutation } from '@tanstack/react-query';
import type { DowntimeRow } from '../../../api/contingency/contract.ts';
import { useAddress } from '../../shared/address.ts';
import { download } from '../../shared/api/client.ts';
import { useView } from '../../shared/api/queries.ts';

export const states = ['running', 'closed', 'cancelled'] as const satisfies readonly DowntimeRow['state'][];
export const outcomes = ['broken', 'kept'] as const;
const sorts = ['startedAt', 'title', 'length', 'kept'] as const;
export type DowntimeSort = (typeof sorts)[number];
/** Descending first: newest and longest. */
const largestFirst: readonly DowntimeSort[] = ['startedAt', 'length'];
export const pageSize = 50;
const liveMilliseconds = 10_000;
const restMilliseconds = 60_000;

type Name = 'q' | 'state' | 'outcome' | 'centreId' | 'assetKey' | 'sort' | 'descending';

/** The downtimes selected by the address; newest first by default. */
export function useDowntimes() {
  const { valueOf, offset, choose } = useAddress<Name>();
  const sort = sorts.find((known) => known === valueOf('sort')) ?? 'startedAt';
  const choice = {
    q: (valueOf('q') ?? '').slice(0, 100),
    state: states.find((known) => known === valueOf('state')),
    outcome: outcomes.find((known) => known === valueOf('outcome')),
    centreId: valueOf('centreId'),
    assetKey: valueOf('assetKey'),
    sort,
    descending: (valueOf('descending') ?? String(largestFirst.includes(sort))) === 'true',
    offset,
  };
  const { q, state, outcome, centreId, assetKey, descending } = choice;
  const wanted = { q, state, outcome, centreId, assetKey, sort, descending: String(descending) };
  const query = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined && value !== ''));
  const view = useView(
    'GET /api/contingency/downtimes',
    { query: { ...query, offset, limit: pageSize } },
    {
      keepPrevious: true,
      every: (answer) => (answer && answer.running.length > 0 ? liveMilliseconds : restMilliseconds),
    },
  );
  const excel = useMutation({ mutationFn: () => download('GET /api/contingency/downtimes.xlsx', { query }) });
  return {
    view,
    choice,
    choose,
    isFiltered: [q, state, outcome, centreId, assetKey].some((value) => value !== undefined && value !== ''),
    clear: () => choose({ q: '', state: '', outcome: '', centreId: '', assetKey: '' }),
    sortBy: (by: DowntimeSort) =>
      choose({ sort: by, descending: String(by === sort ? !descending : largestFirst.includes(by)) }),
    excel: { start: () => excel.mutate(), busy: excel.isPending, error: excel.error },
  };
}
export type DowntimesState = ReturnType<typeof useDowntimes>;
