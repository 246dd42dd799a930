import { useMutation } from '@tanstack/react-query';
import type { FigureView } from '../../api/figures/contract.ts';
import { useAddress } from '../shared/address.ts';
import { download } from '../shared/api/client.ts';
import { useView } from '../shared/api/queries.ts';

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
  const { valueOf, choose } = useAddress<'owner' | 'q' | 'area' | 'movement' | 'sort' | 'direction'>();
  const q = (valueOf('q') ?? '').slice(0, 100);
  const owner = valueOf('owner');
  const area = areas.find((known) => known === valueOf('area'));
  const movement = movements.find((known) => known === valueOf('movement'));
  const sort = sorts.find((known) => known === valueOf('sort')) ?? 'area';
  const descending = valueOf('direction') === 'down';
  const query = {
    sort,
    descending: String(descending),
    ...(owner ? { owner } : {}),
    ...(q ? { q } : {}),
    ...(area ? { area } : {}),
    ...(movement ? { movement } : {}),
  };
  return {
    view: useView('GET /api/figures', { query }, { keepPrevious: true }),
    q,
    area,
    movement,
    sort,
    descending,
    choose,
    clear: () => choose({ q: '', area: '', movement: '' }),
    sortBy: (by: FigureSort) => choose({ sort: by, direction: by === sort && !descending ? 'down' : 'up' }),
    excel: useMutation({ mutationFn: () => download('GET /api/figures.xlsx', { query }) }),
  };
}
export type FiguresList = ReturnType<typeof useFigures>;
