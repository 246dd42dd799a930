import { useMutation } from '@tanstack/react-query';
import { useCentreChoice } from '../../risks/parts/useCentreChoice.ts';
import { useAddress } from '../../shared/address.ts';
import { download } from '../../shared/api/client.ts';
import { useView } from '../../shared/api/queries.ts';
import { audiences, gaps } from './words.ts';

export const pageSize = 50;
const longestSearch = 100;
const sorts = ['title', 'centre', 'mtd', 'rto', 'rpo', 'reviewOn', 'gaps'] as const;
export type ServiceSort = (typeof sorts)[number];
const gapChoices = ['any', ...gaps] as const;

type Name = 'q' | 'audience' | 'centreId' | 'state' | 'gap' | 'acceptance' | 'sort' | 'descending';

/** The services selected by the address; staff of a centre start with its own. */
export function useServices() {
  const { valueOf, offset, choose } = useAddress<Name>();
  const centre = useCentreChoice(valueOf('centreId'));
  const sort = sorts.find((known) => known === valueOf('sort')) ?? 'gaps';
  const choice = {
    q: (valueOf('q') ?? '').slice(0, longestSearch),
    audience: audiences.find((known) => known === valueOf('audience')),
    state: valueOf('state') === 'retired' ? ('retired' as const) : undefined,
    gap: gapChoices.find((known) => known === valueOf('gap')),
    acceptance: valueOf('acceptance') === 'accepted' ? ('accepted' as const) : undefined,
    sort,
    offset,
    centre: centre.value,
    descending: valueOf('descending') === 'true',
  };
  const { q, audience, state, gap, acceptance, descending } = choice;
  const wanted = {
    q,
    audience,
    state,
    gap,
    acceptance,
    sort,
    descending: String(descending),
    centreId: centre.centreId,
  };
  const query = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined && value !== ''));
  const view = useView(
    'GET /api/critical-services',
    { query: { ...query, offset, limit: pageSize } },
    // The centre must be known first, or the list would change while shown.
    { enabled: centre.known, keepPrevious: true },
  );
  const excel = useMutation({ mutationFn: () => download('GET /api/critical-services.xlsx', { query }) });
  return {
    view,
    choice,
    choose,
    isFiltered: [q, audience, state, gap, acceptance].some((value) => value !== undefined && value !== ''),
    onlyMine: centre.value === 'mine',
    /** The same list's address, filtered by a number's rows. */
    linkTo: (part: { gap?: string; acceptance?: string }) =>
      `/contingency/services?${new URLSearchParams(
        Object.entries({ q, audience, state, centreId: centre.address, ...part }).flatMap(([name, value]) =>
          value ? [[name, value]] : [],
        ),
      )}`,
    clear: () => choose({ q: '', audience: '', state: '', gap: '', acceptance: '', centreId: 'all' }),
    sortBy: (by: ServiceSort) => choose({ sort: by, descending: by === sort && !descending ? 'true' : '' }),
    excel: { start: () => excel.mutate(), busy: excel.isPending, error: excel.error },
  };
}
export type Services = ReturnType<typeof useServices>;
