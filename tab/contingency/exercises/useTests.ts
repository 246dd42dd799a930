import { useMutation } from '@tanstack/react-query';
import { download } from '../../shared/api/client.ts';
import { useView } from '../../shared/api/queries.ts';
import { useListChoice } from '../../shared/useListChoice.ts';
import { kinds, states } from './test-words.ts';

const sorts = ['at', 'title', 'plan', 'state'] as const;
export type Sort = (typeof sorts)[number];
const looks = ['table', 'months'] as const;
/** While a test runs, its row is polled. */
const whileRunningMilliseconds = 10_000;

/** The tests selected by the address. */
export function useTests() {
  const { choice, query, valueOf, ...list } = useListChoice({
    filters: { state: states, kind: kinds, result: ['passed', 'failed'], centre: 'any' },
    sorts,
    largestFirst: ['at'],
    direction: 'direction',
    also: ['show', 'look'],
  });
  const view = useView(
    'GET /api/contingency/tests',
    { query },
    {
      keepPrevious: true,
      every: (answer) => (answer?.tests.some((test) => test.state === 'running') ? whileRunningMilliseconds : false),
    },
  );
  const excel = useMutation({ mutationFn: () => download('GET /api/contingency/tests.xlsx', { query }) });
  return {
    ...list,
    ...choice,
    view,
    look: looks.find((known) => known === valueOf('look')) ?? 'table',
    showsImprovements: valueOf('show') === 'improvements',
    excel: { start: () => excel.mutate(), error: excel.error },
  };
}
export type Tests = ReturnType<typeof useTests>;
