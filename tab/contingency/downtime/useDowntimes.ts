import { useMutation } from '@tanstack/react-query';
import type { DowntimeRow } from '../../../api/contingency/contract.ts';
import { download } from '../../shared/api/client.ts';
import { useView } from '../../shared/api/queries.ts';
import { useListChoice } from '../../shared/useListChoice.ts';
import { years } from '../../shared/years.ts';

const states = ['running', 'closed', 'cancelled'] as const satisfies readonly DowntimeRow['state'][];
export const stateChoices = [...states, 'real'] as const;
export const outcomes = ['broken', 'kept'] as const;
const sorts = ['startedAt', 'title', 'length', 'kept'] as const;
export type DowntimeSort = (typeof sorts)[number];
export const pageSize = 50;
const liveMilliseconds = 10_000;
const restMilliseconds = 60_000;

/** The downtimes selected by the address; newest first by default. */
export function useDowntimes() {
  const { query, ...list } = useListChoice({
    filters: { state: stateChoices, year: years, outcome: outcomes, centreId: 'any', assetKey: 'any' },
    sorts,
    largestFirst: ['startedAt', 'length'],
    direction: 'descending',
  });
  const { offset } = list.choice;
  const view = useView(
    'GET /api/contingency/downtimes',
    { query: { ...query, offset, limit: pageSize } },
    {
      keepPrevious: true,
      every: (answer) => (answer && answer.running.length > 0 ? liveMilliseconds : restMilliseconds),
    },
  );
  const excel = useMutation({ mutationFn: () => download('GET /api/contingency/downtimes.xlsx', { query }) });
  return { ...list, view, excel: { start: () => excel.mutate(), busy: excel.isPending, error: excel.error } };
}
export type DowntimesState = ReturnType<typeof useDowntimes>;
