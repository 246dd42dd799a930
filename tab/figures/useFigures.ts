import { useMutation } from '@tanstack/react-query';
import type { FigureView } from '../../api/figures/contract.ts';
import { download } from '../shared/api/client.ts';
import { useView } from '../shared/api/queries.ts';
import { useListChoice } from '../shared/useListChoice.ts';

export const areas = [
  ...([
    'people',
    'procedures',
    'risks',
    'standards',
    'contingency',
    'inspections',
    'wheel',
    'decisions',
    'incidents',
  ] as const),
] as const satisfies readonly FigureView['area'][];
export const movements = ['worse', 'better', 'same', 'none'] as const satisfies readonly FigureView['movement'][];
const sorts = ['area', 'name', 'value', 'movement'] as const;
export type FigureSort = (typeof sorts)[number];

/** The figures selected by the address. */
export function useFigures() {
  const { choice, query, valueOf, ...list } = useListChoice({
    filters: { area: areas, movement: movements },
    sorts,
    direction: 'direction',
    also: ['owner'],
  });
  const owner = valueOf('owner');
  const asked = { ...query, ...(owner ? { owner } : {}) };
  return {
    ...list,
    ...choice,
    view: useView('GET /api/figures', { query: asked }, { keepPrevious: true }),
    excel: useMutation({ mutationFn: () => download('GET /api/figures.xlsx', { query: asked }) }),
  };
}
export type FiguresList = ReturnType<typeof useFigures>;
