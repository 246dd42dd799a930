import { useMutation } from '@tanstack/react-query';
import { useAddress } from '../../shared/address.ts';
import { download, type ApiAnswer } from '../../shared/api/client.ts';
import { useView } from '../../shared/api/queries.ts';
import { planKinds, shownStates, testStatuses } from './plan-states.ts';

export const pageSize = 50;
const sorts = ['title', 'asset', 'centre', 'state', 'reviewOn', 'nextTest'] as const;
export type PlanSort = (typeof sorts)[number];
export type PlansView = ApiAnswer<'GET /api/contingency/plans'>;

/** Filters in the address. */
export function usePlanChoice() {
  const address = useAddress<'q' | 'kind' | 'centre' | 'state' | 'testing' | 'sort' | 'down'>();
  const { valueOf, offset, choose } = address;
  const choice = {
    q: valueOf('q') ?? '',
    kind: planKinds.find((kind) => kind === valueOf('kind')),
    centreId: valueOf('centre'),
    state: shownStates.find((state) => state === valueOf('state')),
    testing: testStatuses.find((status) => status === valueOf('testing')),
    sort: sorts.find((sort) => sort === valueOf('sort')) ?? ('title' as const),
    descending: valueOf('down') === 'yes',
    offset,
  };
  return { choice, choose };
}
export type PlanChoice = ReturnType<typeof usePlanChoice>['choice'];
export type Choose = ReturnType<typeof usePlanChoice>['choose'];

const queryOf = ({ q, kind, centreId, state, testing, sort, descending }: PlanChoice) => ({
  q,
  kind,
  centreId,
  state,
  testing,
  sort,
  descending: String(descending),
});

/** All plans, regardless of filters. */
export const useAllPlans = () => useView('GET /api/contingency/plans', { query: { limit: 1 } });

/** The rows selected by the address. */
export const usePlans = (choice: PlanChoice) =>
  useView(
    'GET /api/contingency/plans',
    { query: { ...queryOf(choice), offset: choice.offset, limit: pageSize } },
    { keepPrevious: true },
  );

/** The workbook of the rows selected. */
export const usePlansWorkbook = (choice: PlanChoice) =>
  useMutation({ mutationFn: () => download('GET /api/contingency/plans.xlsx', { query: queryOf(choice) }) });
