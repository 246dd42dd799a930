import { useMutation } from '@tanstack/react-query';
import { download } from '../../shared/api/client.ts';
import { useView } from '../../shared/api/queries.ts';
import { useListChoice } from '../../shared/useListChoice.ts';
import { useCentreChoice } from '../../shared/useCentreChoice.ts';
import { coverages, gapChoices, kinds, sorts, testings } from './words.ts';

export const pageSize = 50;
const rungPattern = /^(\d{1,5}(\.\d{1,2})?|beyond|unknown)$/;
type Filter = 'q' | 'centreId' | 'kind' | 'rung' | 'gap' | 'plan' | 'testing';

/** The overview selected by the address: filters, order, picture or table, and the ladder's selection. */
export function useContingencyOverview() {
  const {
    query: chosen,
    none,
    valueOf,
    ...list
  } = useListChoice({
    filters: { kind: kinds, gap: gapChoices, plan: coverages, testing: testings },
    sorts,
    direction: 'descending',
    also: ['centreId', 'rung', 'as', 'item'],
  });
  const { q, kind, offset } = list.choice;
  const centre = useCentreChoice(valueOf('centreId'));
  const inAddress = valueOf('rung') ?? '';
  const rung = rungPattern.test(inAddress) ? inAddress : undefined;
  const { centreId } = centre;
  const query = {
    ...chosen,
    ...(rung === undefined ? {} : { rung }),
    ...(centreId === undefined ? {} : { centreId }),
  };
  const excel = useMutation({ mutationFn: () => download('GET /api/contingency/overview.xlsx', { query }) });
  return {
    answer: useView(
      'GET /api/contingency/overview',
      { query: { ...query, offset: String(offset), limit: String(pageSize) } },
      { keepPrevious: true, enabled: centre.known },
    ),
    centre,
    ...list,
    choice: { ...list.choice, rung },
    as: valueOf('as') === 'table' ? ('table' as const) : ('picture' as const),
    item: valueOf('item'),
    isFiltered: list.isFiltered || rung !== undefined || centreId !== undefined,
    clear: () => list.choose({ ...none, centreId: 'all', rung: '', item: '' }),
    /** The rows of a number, on this page. */
    linkTo: (part: Partial<Record<Filter, string>>) => {
      const parts = { q, kind, centreId: centre.address, ...part };
      const search = new URLSearchParams(
        Object.entries(parts).flatMap(([name, value]) => (value ? [[name, value]] : [])),
      );
      return `/contingency?${search}#vital`;
    },
    excel: { start: () => excel.mutate(), busy: excel.isPending, error: excel.error },
  };
}
export type Overview = ReturnType<typeof useContingencyOverview>;
