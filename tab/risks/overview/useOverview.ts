import { useAddress, knownValue } from '../../shared/address.ts';
import { useView } from '../../shared/api/queries.ts';
import { dimensions, kinds, stages, views } from '../parts/risk-words.ts';
import { useCentreChoice } from '../../shared/useCentreChoice.ts';

const cellPattern = /^([1-6])\.([1-6])$/;
type Name = 'centreId' | 'kind' | 'dimension' | 'ownerId' | 'view' | 'stage' | 'moves' | 'as' | 'cell';

/** The overview selected by the address: filters, stage, and cell. */
export function useOverview() {
  const { valueOf, choose } = useAddress<Name>();
  const centre = useCentreChoice(valueOf('centreId'));
  const kind = knownValue(kinds, valueOf('kind'));
  const dimension = knownValue(dimensions, valueOf('dimension'));
  const view = knownValue(views, valueOf('view'));
  const ownerId = valueOf('ownerId');
  const stage = knownValue(stages, valueOf('stage')) ?? 'current';
  const place = cellPattern.exec(valueOf('cell') ?? '');
  const query = {
    ...(centre.centreId ? { centreId: centre.centreId } : {}),
    ...(kind ? { kind } : {}),
    ...(dimension ? { dimension } : {}),
    ...(ownerId ? { ownerId } : {}),
    ...(view ? { view } : {}),
  };
  return {
    answer: useView('GET /api/risks/overview', { query }, { keepPrevious: true, enabled: centre.known }),
    centre,
    query,
    /** The same filters for another page's address. */
    carried: { ...query, centreId: centre.address },
    isFiltered: Object.keys(query).length > 0,
    kind,
    dimension,
    view,
    ownerId,
    stage,
    choose,
    moves: valueOf('moves') === '1',
    as: valueOf('as') === 'table' ? ('table' as const) : ('picture' as const),
    cell: place ? ([Number(place[1]), Number(place[2])] as const) : undefined,
    clear: () => choose({ centreId: 'all', kind: '', dimension: '', ownerId: '', view: '', cell: '' }),
  };
}
export type Overview = ReturnType<typeof useOverview>;
