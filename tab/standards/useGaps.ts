import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useAddress } from '../shared/address.ts';
import { download } from '../shared/api/client.ts';
import { useView } from '../shared/api/queries.ts';
import { gapStatuses } from './statuses.ts';

const sorts = ['standard', 'ref', 'standing'] as const;
export type GapSort = (typeof sorts)[number];
/** Rows shown at first, and added per press. */
const step = 100;

/** The gaps selected by the address. */
export function useGaps() {
  const { valueOf, choose } = useAddress<'q' | 'standard' | 'standing' | 'sort' | 'direction'>();
  const [shown, setShown] = useState(step);
  const q = valueOf('q') ?? '';
  const standardKey = valueOf('standard');
  const status = gapStatuses.find((known) => known === valueOf('standing'));
  const sort = sorts.find((known) => known === valueOf('sort')) ?? 'standard';
  const descending = valueOf('direction') === 'down';
  const query = {
    sort,
    descending: String(descending),
    ...(q ? { q } : {}),
    ...(standardKey ? { standardKey } : {}),
    ...(status ? { status } : {}),
  };
  const view = useView('GET /api/requirement-gaps', { query }, { keepPrevious: true });
  const excel = useMutation({ mutationFn: () => download('GET /api/requirement-gaps.xlsx', { query }) });
  return {
    view,
    q,
    standardKey,
    status,
    sort,
    descending,
    choose,
    excel,
    shown,
    step,
    isFiltered: q !== '' || standardKey !== undefined || status !== undefined,
    showMore: () => setShown((before) => before + step),
    sortBy: (by: GapSort) => choose({ sort: by, direction: by === sort && !descending ? 'down' : 'up' }),
  };
}
export type GapsState = ReturnType<typeof useGaps>;
