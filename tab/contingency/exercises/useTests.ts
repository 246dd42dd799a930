import { useMutation } from '@tanstack/react-query';
import { useAddress } from '../../shared/address.ts';
import { download } from '../../shared/api/client.ts';
import { useView } from '../../shared/api/queries.ts';
import { kinds, states } from './test-words.ts';

const sorts = ['at', 'title', 'plan', 'state'] as const;
export type Sort = (typeof sorts)[number];
const results = ['passed', 'failed'] as const;
const looks = ['table', 'months'] as const;
/** While a test runs, its row is polled. */
const whileRunningMilliseconds = 10_000;

/** The tests selected by the address. */
export function useTests() {
  const { valueOf, choose } = useAddress<
    'q' | 'state' | 'kind' | 'result' | 'centre' | 'sort' | 'direction' | 'show' | 'look'
  >();
  const q = valueOf('q') ?? '';
  const state = states.find((known) => known === valueOf('state'));
  const kind = kinds.find((known) => known === valueOf('kind'));
  const result = results.find((known) => known === valueOf('result'));
  const centre = valueOf('centre');
  const sort = sorts.find((known) => known === valueOf('sort')) ?? 'at';
  const descending = (valueOf('direction') ?? (sort === 'at' ? 'down' : 'up')) === 'down';
  const query = {
    sort,
    descending: String(descending),
    ...(q ? { q } : {}),
    ...(state ? { state } : {}),
    ...(kind ? { kind } : {}),
    ...(result ? { result } : {}),
    ...(centre ? { centre } : {}),
  };
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
    view,
    q,
    state,
    kind,
    result,
    centre,
    sort,
    descending,
    choose,
    look: looks.find((known) => known === valueOf('look')) ?? 'table',
    showsImprovements: valueOf('show') === 'improvements',
    isFiltered: [q, state, kind, result, centre].some(Boolean),
    clear: () => choose({ q: '', state: '', kind: '', result: '', centre: '' }),
    sortBy: (by: Sort) => choose({ sort: by, direction: by === sort && !descending ? 'down' : 'up' }),
    excel: { start: () => excel.mutate(), error: excel.error },
  };
}
export type Tests = ReturnType<typeof useTests>;
