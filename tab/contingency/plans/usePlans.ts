import { useMutation } from '@tanstack/react-query';
import { download, type ApiAnswer } from '../../shared/api/client.ts';
import { useView } from '../../shared/api/queries.ts';
import { pageSize, shownStates } from '../../documents/parts/DocumentList.tsx';
import { useListChoice } from '../../shared/useListChoice.ts';
import { planKinds, testStatuses } from './plan-states.ts';

const sorts = ['title', 'asset', 'centre', 'state', 'reviewOn', 'nextTest'] as const;
export type PlanSort = (typeof sorts)[number];
export type PlansView = ApiAnswer<'GET /api/contingency/plans'>;

/** Filters in the address. */
export const usePlanChoice = () =>
  useListChoice({
    filters: { kind: planKinds, centreId: 'any', state: shownStates, testing: testStatuses },
    named: { centreId: 'centre' },
    sorts,
    direction: 'down',
  });
export type PlanChoice = ReturnType<typeof usePlanChoice>;

/** All plans, regardless of filters. */
export const useAllPlans = () => useView('GET /api/contingency/plans', { query: { limit: 1 } });

/** The rows selected by the address. */
export const usePlans = ({ query, choice: { offset } }: PlanChoice) =>
  useView('GET /api/contingency/plans', { query: { ...query, offset, limit: pageSize } }, { keepPrevious: true });

/** The workbook of the rows selected. */
export const usePlansWorkbook = ({ query }: PlanChoice) =>
  useMutation({ mutationFn: () => download('GET /api/contingency/plans.xlsx', { query }) });
