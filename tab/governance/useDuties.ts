import { useMutation } from '@tanstack/react-query';
import type { DutyRow } from '../../api/governance/contract.ts';
import { download } from '../shared/api/client.ts';
import { useView } from '../shared/api/queries.ts';
import { useListChoice } from '../shared/useListChoice.ts';

export const bodies = [
  ...(['cityCouncil', 'executiveBoard', 'corporateManagement', 'securityCommittee', 'ciso'] as const),
  ...(['securityTeam', 'network', 'centreManager', 'coordinator'] as const),
] as const satisfies readonly DutyRow['body'][];
export const states = ['missing', 'partly', 'done'] as const satisfies readonly DutyRow['state'][];
const sorts = ['body', 'title', 'state', 'latest'] as const;
export type DutySort = (typeof sorts)[number];

/** The duties selected by the address. */
export function useDuties() {
  const { choice, query, valueOf, ...list } = useListChoice({
    filters: { body: bodies, state: states },
    sorts,
    direction: 'direction',
    also: ['year'],
  });
  const year = /^\d{4}$/.exec(valueOf('year') ?? '')?.[0];
  const asked = { ...query, ...(year ? { year } : {}) };
  return {
    ...list,
    ...choice,
    view: useView('GET /api/governance/duties', { query: asked }, { keepPrevious: true }),
    excel: useMutation({ mutationFn: () => download('GET /api/governance/duties.xlsx', { query: asked }) }),
  };
}
export type DutiesList = ReturnType<typeof useDuties>;
