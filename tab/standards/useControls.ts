import { useMutation } from '@tanstack/react-query';
import { download } from '../shared/api/client.ts';
import { useView } from '../shared/api/queries.ts';
import { useListChoice } from '../shared/useListChoice.ts';

export const controlStates = ['running', 'planned', 'retired'] as const;
export const controlReviews = ['due', 'overdue'] as const;
export const controlEffects = ['effective', 'partly', 'none', 'notAssessed'] as const;
const sorts = ['title', 'owner', 'state', 'effect', 'requirements', 'reviewOn', 'changedAt'] as const;
export type ControlSort = (typeof sorts)[number];
/** Rows of a page. */
export const pageLength = 50;

/** The controls selected by the address. */
export function useControls() {
  const { choice, query, ...list } = useListChoice({
    filters: {
      state: controlStates,
      effect: controlEffects,
      standardKey: 'any',
      review: controlReviews,
      centreId: 'any',
    },
    named: { standardKey: 'standard', centreId: 'centre' },
    sorts,
    direction: 'direction',
  });
  const paged = { ...query, offset: String(choice.offset), limit: String(pageLength) };
  const view = useView('GET /api/controls', { query: paged }, { keepPrevious: true });
  const standards = useView('GET /api/standards', {});
  const excel = useMutation({ mutationFn: () => download('GET /api/controls.xlsx', { query }) });
  return {
    ...list,
    ...choice,
    view,
    excel,
    standards: standards.data?.standards ?? [],
    centres: view.data?.centres ?? [],
  };
}
export type ControlsState = ReturnType<typeof useControls>;
