import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { download } from '../shared/api/client.ts';
import { useView } from '../shared/api/queries.ts';
import { useListChoice } from '../shared/useListChoice.ts';
import { gapStatuses } from './statuses.ts';

const sorts = ['standard', 'ref', 'standing'] as const;
export type GapSort = (typeof sorts)[number];
/** Rows shown at first, and added per press. */
const step = 100;

/** The gaps selected by the address. */
export function useGaps() {
  const { choice, query, ...list } = useListChoice({
    filters: { standardKey: 'any', status: gapStatuses },
    named: { standardKey: 'standard', status: 'standing' },
    sorts,
    direction: 'direction',
  });
  const [shown, setShown] = useState(step);
  const view = useView('GET /api/requirement-gaps', { query }, { keepPrevious: true });
  const excel = useMutation({ mutationFn: () => download('GET /api/requirement-gaps.xlsx', { query }) });
  return {
    ...list,
    ...choice,
    view,
    excel,
    shown,
    step,
    showMore: () => setShown((before) => before + step),
  };
}
export type GapsState = ReturnType<typeof useGaps>;
