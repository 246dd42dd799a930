import { useMutation } from '@tanstack/react-query';
import { useAddress } from '../../shared/address.ts';
import { download } from '../../shared/api/client.ts';
import { useView } from '../../shared/api/queries.ts';
import { useCentreChoice } from '../../risks/parts/useCentreChoice.ts';
import { coverages, kinds, oneOf, sorts, systemGaps, testings, type Sort } from './words.ts';

export const pageSize = 50;
/** The API's limit. */
const longestSearch = 100;
const rungPattern = /^(\d{1,5}(\.\d{1,2})?|beyond|unknown)$/;
type Filter = 'q' | 'centreId' | 'kind' | 'rung' | 'gap' | 'plan' | 'testing';
type Name = Filter | 'sort' | 'descending' | 'as' | 'item';

/** The overview selected by the address: filters, order, picture or table, and the ladder's selection. */
export function useContingencyOverview() {
  const { valueOf, offset, choose } = useAddress<Name>();
  const centre = useCentreChoice(valueOf('centreId'));
  const rung = valueOf('rung') ?? '';
  const choice = {
    q: (valueOf('q') ?? '').slice(0, longestSearch),
    kind: oneOf(kinds, valueOf('kind')),
    rung: rungPattern.test(rung) ? rung : undefined,
    gap: oneOf(systemGaps, valueOf('gap')),
    plan: oneOf(coverages, valueOf('plan')),
    testing: oneOf(testings, valueOf('testing')),
    sort: oneOf(sorts, valueOf('sort')) ?? 'gaps',
    descending: valueOf('descending') === 'true',
    offset,
  };
  const { q, kind, gap, plan, testing, sort, descending } = choice;
  const narrowed = { q, kind, rung: choice.rung, gap, plan, testing, centreId: centre.centreId };
  const query = Object.fromEntries(
    Object.entries({ ...narrowed, sort, descending: String(descending) }).filter(
      (part): part is [string, string] => part[1] !== undefined && part[1] !== '',
    ),
  );
  const excel = useMutation({ mutationFn: () => download('GET /api/contingency/overview.xlsx', { query }) });
  return {
    answer: useView(
      'GET /api/contingency/overview',
      { query: { ...query, offset: String(offset), limit: String(pageSize) } },
      { keepPrevious: true, enabled: centre.known },
    ),
    centre,
    choice,
    choose,
    as: valueOf('as') === 'table' ? ('table' as const) : ('picture' as const),
    item: valueOf('item'),
    isFiltered: Object.values(narrowed).some((value) => value !== undefined && value !== ''),
    clear: () => choose({ q: '', centreId: 'all', kind: '', rung: '', gap: '', plan: '', testing: '', item: '' }),
    sortBy: (by: Sort) => choose({ sort: by, descending: by === sort && !descending ? 'true' : '' }),
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
