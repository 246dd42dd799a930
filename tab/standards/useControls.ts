import { useMutation } from '@tanstack/react-query';
import { useAddress } from '../shared/address.ts';
import { download } from '../shared/api/client.ts';
import { useView } from '../shared/api/queries.ts';

export const controlStates = ['running', 'planned', 'retired'] as const;
export const controlEffects = ['effective', 'partly', 'none', 'notAssessed'] as const;
const sorts = ['title', 'owner', 'state', 'effect', 'requirements', 'reviewOn', 'changedAt'] as const;
export type ControlSort = (typeof sorts)[number];
/** Rows of a page. */
export const pageLength = 50;

type Name = 'q' | 'state' | 'effect' | 'standard' | 'review' | 'sort' | 'direction';

/** The controls selected by the address. */
export function useControls() {
  const { valueOf, offset, choose } = useAddress<Name>();
  const q = valueOf('q') ?? '';
  const state = controlStates.find((known) => known === valueOf('state'));
  const effect = controlEffects.find((known) => known === valueOf('effect'));
  const standardKey = valueOf('standard');
  const toReview = valueOf('review') === 'due';
  const sort = sorts.find((known) => known === valueOf('sort')) ?? 'title';
  const descending = valueOf('direction') === 'down';
  const query = {
    sort,
    descending: String(descending),
    toReview: String(toReview),
    ...(q ? { q } : {}),
    ...(state ? { state } : {}),
    ...(effect ? { effect } : {}),
    ...(standardKey ? { standardKey } : {}),
  };
  const paged = { ...query, offset: String(offset), limit: String(pageLength) };
  const view = useView('GET /api/controls', { query: paged }, { keepPrevious: true });
  const standards = useView('GET /api/standards', {});
  const excel = useMutation({ mutationFn: () => download('GET /api/controls.xlsx', { query }) });
  return {
    view,
    q,
    state,
    effect,
    standardKey,
    toReview,
    sort,
    descending,
    offset,
    choose,
    excel,
    standards: standards.data?.standards ?? [],
    isFiltered: [q, state, effect, standardKey].some(Boolean) || toReview,
    sortBy: (by: ControlSort) => choose({ sort: by, direction: by === sort && !descending ? 'down' : 'up' }),
  };
}
export type ControlsState = ReturnType<typeof useControls>;
