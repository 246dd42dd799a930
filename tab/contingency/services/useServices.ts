import { useMutation } from '@tanstack/react-query';
import { useCentreChoice } from '../../shared/useCentreChoice.ts';
import { download } from '../../shared/api/client.ts';
import { useView } from '../../shared/api/queries.ts';
import { useListChoice } from '../../shared/useListChoice.ts';
import { audiences, gaps } from './words.ts';

export const pageSize = 50;
const sorts = ['gaps', 'title', 'centre', 'mtd', 'rto', 'rpo', 'reviewOn'] as const;
export type ServiceSort = (typeof sorts)[number];
const gapChoices = ['any', ...gaps] as const;

/** The services selected by the address; staff of a centre start with its own. */
export function useServices() {
  const {
    choice,
    asked,
    query: chosen,
    none,
    valueOf,
    ...list
  } = useListChoice({
    filters: { audience: audiences, state: ['retired'], gap: gapChoices, acceptance: ['accepted'] },
    sorts,
    direction: 'descending',
    also: ['centreId'],
  });
  const { offset } = choice;
  const { gap: _gap, acceptance: _acceptance, ...base } = asked;
  const centre = useCentreChoice(valueOf('centreId'));
  const query = { ...chosen, ...(centre.centreId === undefined ? {} : { centreId: centre.centreId }) };
  const view = useView(
    'GET /api/critical-services',
    { query: { ...query, offset, limit: pageSize } },
    // The centre must be known first, or the list would change while shown.
    { enabled: centre.known, keepPrevious: true },
  );
  const excel = useMutation({ mutationFn: () => download('GET /api/critical-services.xlsx', { query }) });
  return {
    ...list,
    view,
    choice: { ...choice, centre: centre.value },
    /** Whether there is any filter besides the reader's own centres. */
    isFiltered: list.isFiltered || (centre.centreId !== undefined && centre.value !== 'mine'),
    onlyMine: centre.value === 'mine',
    /** The same list's address, filtered by a number's rows. */
    linkTo: (part: { gap?: string; acceptance?: string }) => {
      const here = centre.address === undefined ? {} : { centreId: centre.address };
      return `/contingency/services?${new URLSearchParams({ ...base, ...here, ...part })}`;
    },
    clear: () => list.choose({ ...none, centreId: 'all' }),
    excel: { start: () => excel.mutate(), busy: excel.isPending, error: excel.error },
  };
}
export type Services = ReturnType<typeof useServices>;
