import { useMutation } from '@tanstack/react-query';
import type { DutyRow } from '../../api/governance/contract.ts';
import { useAddress } from '../shared/address.ts';
import { download } from '../shared/api/client.ts';
import { useView } from '../shared/api/queries.ts';

export const bodies = [
  ...(['cityCouncil', 'executiveBoard', 'corporateManagement', 'securityCommittee', 'ciso'] as const),
  ...(['securityTeam', 'network', 'centreManager', 'coordinator'] as const),
] as const satisfies readonly DutyRow['body'][];
export const states = ['missing', 'partly', 'done'] as const satisfies readonly DutyRow['state'][];
const sorts = ['body', 'title', 'state', 'latest'] as const;
export type DutySort = (typeof sorts)[number];

/** The duties selected by the address. */
export function useDuties() {
  const { valueOf, choose } = useAddress<'q' | 'year' | 'body' | 'state' | 'sort' | 'direction'>();
  const q = (valueOf('q') ?? '').slice(0, 100);
  const year = /^\d{4}$/.exec(valueOf('year') ?? '')?.[0];
  const body = bodies.find((known) => known === valueOf('body'));
  const state = states.find((known) => known === valueOf('state'));
  const sort = sorts.find((known) => known === valueOf('sort')) ?? 'body';
  const descending = valueOf('direction') === 'down';
  const query = {
    sort,
    descending: String(descending),
    ...(year ? { year } : {}),
    ...(body ? { body } : {}),
    ...(state ? { state } : {}),
    ...(q ? { q } : {}),
  };
  return {
    view: useView('GET /api/governance/duties', { query }, { keepPrevious: true }),
    q,
    body,
    state,
    sort,
    descending,
    choose,
    clear: () => choose({ q: '', body: '', state: '' }),
    sortBy: (by: DutySort) => choose({ sort: by, direction: by === sort && !descending ? 'down' : 'up' }),
    excel: useMutation({ mutationFn: () => download('GET /api/governance/duties.xlsx', { query }) }),
  };
}
export type DutiesList = ReturnType<typeof useDuties>;
